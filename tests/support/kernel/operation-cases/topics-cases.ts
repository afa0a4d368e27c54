import { type Cases, FACILITATORS, type TriedWorld } from './operation-case.ts';

const OF_GROUP = ['observer', 'contributor', ...FACILITATORS] as const;
const ofTopic = ({ topicId }: TriedWorld) => ({ topicId });
const ofPost = ({ topicId, postId }: TriedWorld) => ({ topicId, postId });

/** Operations of discussions: whose message one is, is asked beside. */
export const topicsCases: Cases<`topic.${'open' | 'reply' | 'edit' | 'delete' | 'restore' | 'close' | 'reopen'}`> =
  {
    'topic.open': { input: ({ groupId }) => ({ groupId, title: 'Ombre', body: 'Qui ?' }), allowed: OF_GROUP },
    'topic.reply': { input: (world) => ({ ...ofTopic(world), body: 'Nous.' }), allowed: OF_GROUP },
    'topic.edit': { input: (world) => ({ ...ofPost(world), body: 'Nous.' }), allowed: OF_GROUP },
    'topic.delete': { input: ofPost, allowed: OF_GROUP },
    'topic.restore': { input: ofPost, allowed: OF_GROUP },
    'topic.close': { input: ofTopic, allowed: FACILITATORS },
    'topic.reopen': { input: ofTopic, allowed: FACILITATORS },
  };

import { objectOf } from '../../news/notification/notification.ts';
import { programmePath } from '../../news/notification/object-path.ts';
import { paths } from '../../paths.ts';
import { ACTIVITY_VERBS, type ActivityVerb } from '../../people/activity/activity.ts';
import {
  PROGRAMME_KINDS,
  PROGRAMME_VERBS,
  type ProgrammeVerb,
} from '../../people/activity/programme-events.ts';
import { topicPaths } from '../../programme/topic/topic-paths.ts';

/** [CF1] What the change feed tells: all that happens in groups, but for requests for access, which are between two people, and in the programme. */
export type ChangeType = Exclude<ActivityVerb, `accessRequest.${string}`> | ProgrammeVerb;
export const CHANGE_TYPES: readonly ChangeType[] = [...ACTIVITY_VERBS, ...PROGRAMME_VERBS].filter(isChange);

/** What lines of the change feed are of. */
export const CHANGE_KINDS = [
  'document',
  'board',
  'meeting',
  'resource',
  'dataset',
  'check',
  'topic',
  'group',
  'member',
  ...PROGRAMME_KINDS,
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A verb that the change feed tells. */
export function isChange(verb: string): verb is ChangeType {
  const isKnown = [...ACTIVITY_VERBS, ...PROGRAMME_VERBS].some((known) => known === verb);
  return isKnown && !verb.startsWith('accessRequest.');
}

/** One line: what happened, where, to what, by whom. No text of anything is in it. */
export interface Change {
  readonly id: string;
  readonly at: Date;
  readonly type: ChangeType;
  /** Null for what happens in the programme. */
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly object: {
    readonly kind: ChangeKind;
    readonly id: string;
    readonly title: string;
    /** A path of ours. */
    readonly path: string;
  };
  /** Null for the platform itself, and for somebody who left. */
  readonly by: { readonly name: string; readonly organisation: string | null } | null;
}

/** An activity of a group or of the programme, as it was written down. */
export interface WrittenActivity {
  readonly id: string;
  readonly at: Date;
  readonly verb: ChangeType;
  readonly objectId: string;
  readonly title: string;
  readonly group: Change['group'];
  readonly by: Change['by'];
}

/** The line that tells of an activity. Its id has no space, since it also goes into a header. */
export function changeOf({ id, verb, title, objectId, ...written }: WrittenActivity): Change {
  const { at, group, by } = written;
  return {
    id: id.replaceAll(' ', '-'),
    at,
    type: verb,
    group,
    object: aboutOf(verb, objectId, title, group),
    by,
  };
}

function aboutOf(
  verb: ChangeType,
  objectId: string,
  title: string,
  group: WrittenActivity['group'],
): Change['object'] {
  const { kind, id } = objectOf({ verb, objectId, groupId: group?.id ?? null });
  const object = { id, title };
  const ofProgramme = PROGRAMME_KINDS.find((known) => known === kind);
  if (ofProgramme) return { kind: ofProgramme, ...object, path: programmePath(ofProgramme, object, null) };
  const home = group ? { id: group.id, title: group.name } : object;
  if (verb.startsWith('member.'))
    return { kind: 'member', id: objectId, title, path: paths.groupMembers(home) };
  switch (kind) {
    case 'document':
      return { kind, ...object, path: paths.document(object) };
    case 'board':
      return { kind, ...object, path: paths.board(object) };
    case 'meeting':
      return { kind, ...object, path: paths.meeting(object) };
    case 'resource':
      return { kind, ...object, path: paths.resource(object) };
    case 'dataset':
      return { kind, ...object, path: paths.dataset(object) };
    case 'topic':
      return { kind, ...object, path: topicPaths.topic(object) };
    case 'check':
      return { kind, ...object, path: paths.check(id) };
    default:
      return { kind: 'group', ...home, path: paths.group(home) };
  }
}

/** [CF4] Where a reader of the feed stands. */
export interface FeedPlace {
  readonly generation: number;
  readonly position: number;
}

/** The same as an opaque word. */
export function feedCursor({ generation, position }: FeedPlace): string {
  return `${generation.toString(36)}-${position.toString(36)}`;
}

/** What such a word says; null for what is none. Total. */
export function parseFeedCursor(cursor: string): FeedPlace | null {
  const [, first, second] = /^([0-9a-z]{1,6})-([0-9a-z]{1,10})$/.exec(cursor) ?? [];
  if (first === undefined || second === undefined) return null;
  return { generation: Number.parseInt(first, 36), position: Number.parseInt(second, 36) };
}

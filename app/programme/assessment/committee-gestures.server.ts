import { committee as words } from '#shared/programme/assessment/committee.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

/** The call whose committee it is. */
interface CommitteePage {
  readonly callId: string;
}

const ofCall = gesturesOf(({ callId }: CommitteePage) => ({ callId }));
const ofApplication = gesturesOf((_: CommitteePage) => ({}));
const after = afterOn(({ callId: id }: CommitteePage) => programmePaths.committee({ id }));

/** What the buttons of the page of a committee do. */
export const committeeGestures = {
  balance: ofCall('committee.balance', {
    fields: {},
    done: (count, page) => after(words.balanced(count), 'decisions')(null, page),
  }),
  announce: ofCall('committee.announce', {
    fields: {},
    done: (count, page) => after(words.announcedCount(count), 'annonce')(null, page),
  }),
  convert: ofApplication('committee.openExperiment', {
    fields: { applicationId: text },
    done: (made) => ({ to: programmePaths.experiment(made), said: words.experimentOpened, focus: null }),
  }),
  settings: ofCall('committee.set', {
    fields: { assessUntil: text, heldOn: text, embargoAt: text, attendees: text, remarks: text },
    form: () => 'settings',
    done: after(words.settingsSaved, 'calendrier'),
  }),
  decide: ofApplication('committee.decide', {
    fields: { applicationId: text, outcome: text, waitingRank: text, motivation: text },
    form: () => 'decide',
    done: (_made, page, { applicationId }) => {
      const done = after(words.saved, `decision-${applicationId}`)(null, page);
      return { ...done, to: `${done.to}#${done.focus}` };
    },
  }),
};

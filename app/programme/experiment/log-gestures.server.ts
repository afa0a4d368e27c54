import { TEAM_ROLES, type TeamRole } from '#shared/programme/experiment/experiment.ts';
import { experimentLog as words } from '#shared/programme/experiment/experiment-log.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { choice, text } from '../../kernel/gesture.server.ts';
import { commentGestures, type ExperimentPage, ofExperiment, whole } from './experiment-gestures.server.ts';

const after = afterOn(({ experiment }: ExperimentPage) => programmePaths.experimentLog(experiment));
const DIFFICULTIES = 'difficulties';

/** A field that a form may leave out: what it says is left as it is then. */
const textIfSent = (sent: readonly FormDataEntryValue[]): string | undefined | null =>
  sent.length === 0 ? undefined : text(sent);
const days = Object.fromEntries(
  TEAM_ROLES.flatMap((role) => [
    [`days-${role}`, textIfSent],
    [`cost-${role}`, textIfSent],
  ]),
) as Record<`days-${TeamRole}` | `cost-${TeamRole}`, typeof textIfSent>;

/** [EX11] [EX14] [EX15] What the buttons of the page of a log do. */
export const logGestures = {
  log: ofExperiment('experimentLog.write', {
    fields: { month: text, seen: text, mood: text, done: text, difficulties: text, help: text, ...days },
    form: () => 'log',
    done: ({ month }, page) => after(words.saved(month), `mois-${month}`)(null, page),
  }),
  effort: ofExperiment('experimentEffort.write', {
    fields: { month: text, role: choice(TEAM_ROLES), days: text, cost: text },
    form: () => 'effort',
    done: after(words.news.effort, 'effort-heading'),
  }),
  ...commentGestures(after, 'months'),
  difficulty: ofExperiment('experimentDifficulty.write', {
    fields: {
      difficultyId: text,
      kind: text,
      description: text,
      lever: text,
      metOn: text,
      resolvedOn: text,
    },
    form: ({ difficultyId }) => `difficulty ${difficultyId}`,
    done: after(words.news.difficulty, DIFFICULTIES),
  }),
  removeDifficulty: ofExperiment('experimentDifficulty.remove', {
    fields: { difficultyId: text },
    form: whole,
    done: (made, page, { difficultyId }) => ({
      ...after(words.difficultyRemoved, DIFFICULTIES)(made, page),
      undo: { label: words.undo, fields: { intent: 'restoreDifficulty', difficultyId } },
    }),
  }),
  restoreDifficulty: ofExperiment('experimentDifficulty.restore', {
    fields: { difficultyId: text },
    form: whole,
    done: after(words.news.difficultyBack, DIFFICULTIES),
  }),
};

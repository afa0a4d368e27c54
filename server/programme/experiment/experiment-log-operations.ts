import { z } from 'zod';
import { addComment, removeComment } from '#db/programme/experiment/experiment-comments.ts';
import { removeDifficulty, writeDifficulty } from '#db/programme/experiment/experiment-difficulties.ts';
import { writeEffort } from '#db/programme/experiment/experiment-efforts.ts';
import { writeLog } from '#db/programme/experiment/experiment-logs.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { Id, read, readTogether, Said } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { SentCount } from '#shared/kernel/sent-values.ts';
import { isSubject, parseComment } from '#shared/programme/experiment/comment.ts';
import { parseDifficulty } from '#shared/programme/experiment/difficulty.ts';
import { parseEffort } from '#shared/programme/experiment/effort.ts';
import { TEAM_ROLES, type TeamRole } from '#shared/programme/experiment/experiment.ts';
import { parseLogEntry } from '#shared/programme/experiment/log.ts';
import { operation } from '../../kernel/operation.ts';
import { changeOf, managing } from './experiment-change.ts';
import { inExperiment } from './experiment-rights.ts';

const OfExperiment = z.object({ experimentId: Id });
/** What is too long is told in words: nothing that somebody wrote is refused as a request. */
const Written = z.string().max(60_000);
const Role = z.enum(TEAM_ROLES);

const UNWRITABLE = {
  'experiment.monthInvalid': 'month',
  'experiment.monthToCome': 'month',
  'experiment.monthBefore': 'month',
  'experiment.monthClosed': 'month',
} as const;
const EFFORT = { 'experiment.daysInvalid': 'days', 'experiment.costInvalid': 'cost' } as const;

const Entry = z
  .object({ mood: Said, done: Written, difficulties: Written, help: Written })
  .transform(
    readTogether(parseLogEntry, {
      'experiment.moodMissing': 'mood',
      'experiment.logEmpty': 'done',
      'experiment.textTooLong': '',
    }),
  )
  .transform((entry) => ({ entry }));

/** What each role gave, as far as it is sent. */
const TypedEfforts = z.object(
  Object.fromEntries(
    TEAM_ROLES.flatMap((role) => [
      [`days-${role}`, Said.optional()],
      [`cost-${role}`, Said.optional()],
    ]),
  ) as Record<`days-${TeamRole}` | `cost-${TeamRole}`, z.ZodOptional<typeof Said>>,
);
const Efforts = TypedEfforts.transform((typed, context) => ({
  efforts: TEAM_ROLES.flatMap((role) => {
    const [days, cost = ''] = [typed[`days-${role}`], typed[`cost-${role}`]];
    if (days === undefined) return [];
    const fields = {
      'experiment.daysInvalid': `days-${role}`,
      'experiment.costInvalid': `cost-${role}`,
    } as const;
    return [{ role, ...readTogether(parseEffort, fields)({ days, cost }, context) }];
  }),
}));

const OfDifficulty = OfExperiment.extend({ difficultyId: Id });
const OfComment = OfExperiment.extend({ commentId: Id });

const removingDifficulty = (isBack: boolean) =>
  operation({
    input: OfDifficulty,
    right: inExperiment('experiment.write'),
    refusals: { 'experiment.changedMeanwhile': '' },
    run: (act, { experimentId, difficultyId }) =>
      removeDifficulty(act.tx, { ...changeOf(act, experimentId), difficultyId, isBack }),
  });

const removingComment = (isBack: boolean) =>
  operation({
    input: OfComment,
    right: inExperiment('experiment.comment'),
    refusals: { 'experiment.changedMeanwhile': '' },
    run: (act, { experimentId, commentId }) =>
      removeComment(act.tx, { ...managing(act, experimentId), commentId, isBack }),
  });

/** [EX11] [EX14] [EX15] [EX19] What the log of an experiment says, month by month, and what is said of it. */
export const experimentLogOperations = {
  /** `seen`: the version that was read before. Days of roles that are not sent stay as they are. */
  'experimentLog.write': operation({
    input: OfExperiment.extend({
      month: Said,
      seen: SentCount,
    })
      .and(Entry)
      .and(Efforts),
    right: inExperiment('experiment.write'),
    refusals: { ...UNWRITABLE, 'experiment.changedMeanwhile': '' },
    run: (act, { experimentId, ...log }) => writeLog(act.tx, { ...managing(act, experimentId), ...log }),
  }),

  'experimentEffort.write': operation({
    input: OfExperiment.extend({ month: Said, role: Role }).and(
      z.object({ days: Said, cost: Said }).transform(readTogether(parseEffort, EFFORT)),
    ),
    right: inExperiment('experiment.write'),
    refusals: UNWRITABLE,
    run: (act, { experimentId, ...effort }) =>
      writeEffort(act.tx, { ...managing(act, experimentId), effort }),
  }),

  /** A new one, or that of `difficultyId`. */
  'experimentDifficulty.write': operation({
    input: OfExperiment.extend({
      difficultyId: Id.or(z.literal('').transform(() => null)),
      kind: Said,
      description: Written,
      lever: Written,
      metOn: Said,
      resolvedOn: Said,
    }),
    right: inExperiment('experiment.write'),
    refusals: {
      'experiment.kindMissing': 'kind',
      'experiment.descriptionMissing': 'description',
      'experiment.textTooLong': '',
      'experiment.dayInvalid': '',
      'experiment.dayToCome': '',
      'experiment.periodReversed': '',
      'experiment.changedMeanwhile': '',
      'experiment.listFull': '',
    },
    async run(act, { experimentId, difficultyId, ...typed }) {
      const parsed = parseDifficulty(typed, parisDay(act.now));
      if (!parsed.ok) return parsed;
      return writeDifficulty(act.tx, { ...changeOf(act, experimentId), difficultyId, fields: parsed.value });
    },
  }),

  'experimentDifficulty.remove': removingDifficulty(false),
  'experimentDifficulty.restore': removingDifficulty(true),

  /** Of a month of the log, `log:2023-03`, or of a part of the evaluation, `evaluation:data`. */
  'experimentComment.add': operation({
    input: OfExperiment.extend({
      subject: Said.refine(isSubject, 'experiment.monthInvalid'),
      text: read(parseComment),
    }),
    right: inExperiment('experiment.comment'),
    refusals: {},
    async run(act, { experimentId, ...comment }) {
      await addComment(act.tx, { ...changeOf(act, experimentId), ...comment });
      return ok();
    },
  }),

  'experimentComment.remove': removingComment(false),
  'experimentComment.restore': removingComment(true),
};

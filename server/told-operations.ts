import type { ZodType, z } from 'zod';
import type { Tx } from '#db/kernel/transaction.ts';
import { findTitle } from '#db/kinds.ts';
import { needRefId } from '#shared/documents/text/object-address.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import { experiment } from '#shared/programme/experiment/experiment.fr.ts';
import { mission } from '#shared/programme/mission/mission.fr.ts';
import { track } from '#shared/programme/track/track.fr.ts';
import type { operations } from './all-operations.ts';
import type { Operation } from './kernel/operation.ts';
import type { MadeBy } from './kernel/operations.ts';
import { type ProgrammeEvent, tellProgramme } from './programme/tell-programme.ts';

type All = typeof operations;
type ReadBy<O> = O extends Operation<infer Input extends ZodType> ? z.output<Input> : never;
/** As a method, so that one of them is one of any. */
interface Telling<O> {
  tell(input: ReadBy<O>, made: MadeBy<O>, tx: Tx): ProgrammeEvent | Promise<ProgrammeEvent>;
}
type Told<O> = Telling<O>['tell'];

const opened = (_: unknown, { id: objectId }: { readonly id: string }) =>
  ({ verb: 'experiment.opened', objectId }) as const;
const milestone = ({ experimentId: objectId }: { readonly experimentId: string }) =>
  ({ verb: 'experiment.milestoneChanged', objectId }) as const;

/**
 * [NO12] What each operation does in the programme, told in its own transaction once it is done. Those that tell it only in some cases do
 * it themselves: `application.submit`, `adoption.moveInterest`, `event.change`, `committee.announce`.
 */
const TOLD: { readonly [Name in keyof All]?: Told<All[Name]> } = {
  'experiment.open': opened,
  'committee.openExperiment': opened,
  'experiment.changeState': ({ experimentId: objectId, state }) => ({
    ...{ verb: 'experiment.stateChanged', objectId, place: experiment.states[state] },
  }),
  'milestone.planSeason': milestone,
  'milestone.add': milestone,
  'milestone.slip': milestone,
  'milestone.setActual': milestone,
  'milestone.reach': milestone,
  'experimentComment.add': ({ experimentId: objectId, subject: place }) => ({
    ...{ verb: 'experiment.commented', objectId, place },
  }),
  'experimentEvaluation.write': ({ experimentId: objectId }) => ({ verb: 'experiment.evaluated', objectId }),
  'experimentLog.write': async ({ experimentId }, { month }, tx) => {
    const place = (await findTitle(tx, { kind: 'experiment', id: experimentId })) ?? '';
    return { verb: 'log.written', objectId: `${experimentId}/${month}`, place };
  },
  'need.add': ({ experimentId }, { id }) => ({
    verb: 'data-need.asked',
    objectId: needRefId(experimentId, id),
  }),
  'need.change': ({ experimentId, needId, fields }) => ({
    ...{ verb: 'data-need.changed', objectId: needRefId(experimentId, needId) },
    place: dataset.accessStatuses[fields.accessStatus],
  }),
  'localIssue.create': (_, { id: objectId }) => ({ verb: 'issue.created', objectId }),
  'localIssue.share': ({ issueId: objectId }) => ({ verb: 'issue.shared', objectId }),
  'stakeholderInterview.keep': (_, { id: objectId }) => ({ verb: 'interview.kept', objectId }),
  'watchNote.keep': (_, { id: objectId }) => ({ verb: 'note.kept', objectId }),
  'track.open': (_, { id: objectId }) => ({ verb: 'track.opened', objectId }),
  'track.move': ({ trackId: objectId, to }) => ({ verb: 'track.moved', objectId, place: track.phases[to] }),
  'call.publish': ({ callId: objectId }) => ({ verb: 'call.published', objectId }),
  'call.extend': ({ callId: objectId, closesAt }) => ({
    ...{ verb: 'call.extended', objectId, place: dates.short(closesAt) },
  }),
  'mission.order': (_, { id: objectId }) => ({ verb: 'mission.ordered', objectId }),
  'mission.changeState': ({ missionId: objectId, to }) => ({
    ...{ verb: 'mission.stateChanged', objectId, place: mission.states[to] },
  }),
  'delivery.submit': ({ missionId: objectId }) => ({ verb: 'mission.delivered', objectId }),
  'delivery.answer': ({ missionId: objectId }) => ({ verb: 'mission.answered', objectId }),
  'bulletin.publish': ({ bulletinId: objectId }) => ({ verb: 'bulletin.published', objectId }),
  'event.publish': ({ eventId: objectId }) => ({ verb: 'event.published', objectId }),
  'facilitator.create': (_, { id: objectId }) => ({ verb: 'facilitator.added', objectId }),
  'facilitator.change': (_, { id: objectId }) => ({ verb: 'facilitator.changed', objectId }),
};

/** The same operation, which tells what it did if it did it. */
function telling(operation: Operation, told: Told<Operation>): Operation {
  return {
    ...operation,
    async attempt(act, asker, input) {
      const done = await operation.attempt(act, asker, input);
      if (done.ok) await tellProgramme({ ...act, by: asker.userId }, await told(input, done.value, act.tx));
      return done;
    },
  };
}

/** Those of them that tell something, telling it. */
export function tellingOperations(all: Readonly<Record<string, Operation>>): Record<string, Operation> {
  const told: Readonly<Record<string, Told<Operation> | undefined>> = TOLD;
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, operation]) => {
      const tells = told[name];
      return tells ? [[name, telling(operation, tells)]] : [];
    }),
  );
}

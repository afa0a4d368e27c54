import { asReadable } from '#shared/kernel/access/readable.ts';
import { addDays } from '#shared/kernel/day/days.ts';
import { instantOfParis, parisDay } from '#shared/kernel/day/paris-time.ts';
import type { Result } from '#shared/kernel/result.ts';
import { parseDifficulty } from '#shared/programme/experiment/difficulty.ts';
import { parseEffort } from '#shared/programme/experiment/effort.ts';
import { parseEvaluation } from '#shared/programme/experiment/evaluation.ts';
import { ofEachFact, type TypedFacts } from '#shared/programme/experiment/experiment-facts.ts';
import { parseIndicator, parseMeasure } from '#shared/programme/experiment/indicator.ts';
import { addMonths, dueDay, monthOf, parseLogEntry } from '#shared/programme/experiment/log.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { ExperimentChange } from '../../programme/experiment/experiment-change.ts';
import { writeDifficulty } from '../../programme/experiment/experiment-difficulties.ts';
import { writeEvaluation } from '../../programme/experiment/experiment-evaluations.ts';
import {
  addIndicator,
  addMeasure,
  listIndicators,
} from '../../programme/experiment/experiment-indicators.ts';
import { writeLog } from '../../programme/experiment/experiment-logs.ts';
import {
  listMilestones,
  setActual,
  slipMilestone,
} from '../../programme/experiment/experiment-milestones.ts';
import { nameTeamMember } from '../../programme/experiment/experiment-settings.ts';
import { changeState } from '../../programme/experiment/experiment-states.ts';
import { addPartner } from '../../programme/experiment/experiment-surroundings.ts';
import { createExperiment } from '../../programme/experiment/experiments.ts';
import type { Season } from '../../programme/season/seasons.ts';
import type { DemoExperiment } from '../demo/demo-experiment.ts';
import { demoExperiments } from '../demo/experiments.ts';
import type { DemoWorld } from '../demo-world.ts';

interface Place {
  readonly now: Date;
  readonly seasons: readonly Season[];
}

/** Keeps the experiments of the demonstration, by the same gestures as people, each in its month. */
export async function installExperiments(tx: Tx, world: DemoWorld, place: Place): Promise<void> {
  for (const demo of demoExperiments) await installExperiment(tx, world, demo, place);
}

function must<T>(what: string, result: Result<T, string>): T {
  if (!result.ok) throw new Error(`${what}: ${result.error}`);
  return result.value;
}

async function installExperiment(
  tx: Tx,
  { idOf, newId }: DemoWorld,
  demo: DemoExperiment,
  { now, seasons }: Place,
): Promise<void> {
  const today = parisDay(now);
  const month = (count: number) => addMonths(monthOf(today), count);
  const at = (day: string, clock = '10:00') => instantOfParis(`${day < today ? day : today}T${clock}`) ?? now;
  const experimentId = idOf(`experiment ${demo.key}`);
  const [startsOn, endsOn] = [`${month(demo.firstMonth)}-03`, addDays(`${month(demo.lastMonth + 1)}-01`, -1)];
  const by = (person: string, day: string, clock?: string) => ({
    experimentId,
    newId,
    userId: idOf(person),
    now: at(day, clock),
  });
  const claire = (day: string, clock?: string) => by('claire-oudin', day, clock);
  const made = await createExperiment(tx, {
    ...claire(startsOn, '08:00'),
    ...ofEachFact<TypedFacts>((key) => demo[key]),
    themeId: themesOf(demo, seasons).find(({ key }) => key === demo.theme)?.id ?? '',
    applicationId: null,
    organisations: demo.cities.map((city, rank) => ({ organisationId: idOf(city), isLead: rank === 0 })),
    startsOn,
    endsOn,
  });
  must(demo.title, made);
  for (const { person, role } of demo.team)
    must(
      person,
      await nameTeamMember(tx, {
        ...claire(startsOn, '08:30'),
        person: idOf(person),
        role,
        isManager: true,
      }),
    );
  for (const { to, month: count, reason = '' } of demo.states)
    must(to, await changeState(tx, { ...claire(`${month(count)}-05`), to, reason, isManager: true }));
  await installFollowUp(tx, demo, { by, month, idOf });
}

/** The themes of its season; the last season comes first. */
const themesOf = ({ season }: DemoExperiment, seasons: readonly Season[]) =>
  (season ? seasons.find(({ number }) => number === season) : seasons[0])?.themes ?? [];

interface Follow {
  readonly month: (count: number) => string;
  /** A change by this person on this day. */
  readonly by: (person: string, day: string) => ExperimentChange;
  readonly idOf: DemoWorld['idOf'];
}

async function installFollowUp(tx: Tx, demo: DemoExperiment, follow: Follow): Promise<void> {
  const { month, by } = follow;
  const lead = demo.team[0]?.person ?? 'claire-oudin';
  const on = (count: number, day = '12') => `${month(count)}-${day}`;
  const milestones = await listMilestones(tx, asReadable(by(lead, on(0)).experimentId));
  for (const [rank, weeks] of demo.reached.entries()) {
    const milestone = milestones[rank];
    if (!milestone) continue;
    const doneOn = addDays(milestone.plannedTo, weeks * 7);
    const actual = { startedOn: addDays(milestone.plannedFrom, 4), doneOn };
    must(milestone.title, await setActual(tx, { ...by(lead, doneOn), milestoneId: milestone.id, actual }));
  }
  const late = demo.slip && milestones[demo.slip.rank];
  if (demo.slip && late) {
    const { weeks, reason } = demo.slip;
    const target = { ...by(lead, on(demo.slip.month, '06')), milestoneId: late.id };
    const actual = { startedOn: addDays(late.plannedFrom, 9), doneOn: null };
    must(late.title, await setActual(tx, { ...target, actual }));
    const typed = { to: addDays(late.plannedTo, weeks * 7), reason };
    must(late.title, await slipMilestone(tx, { ...target, typed }));
  }
  for (const { month: count, by: person, business, data, ...typed } of demo.log) {
    const gave = (role: 'business' | 'data', days: string) => ({
      role,
      ...must(role, parseEffort({ days, cost: '' })),
    });
    const writing = {
      ...by(person, dueDay(month(count))),
      ...{ month: month(count), seen: 0, isManager: false },
      entry: must(`log ${count}`, parseLogEntry(typed)),
      efforts: [gave('business', business), gave('data', data)],
    };
    must(`log ${count}`, await writeLog(tx, writing));
  }
  for (const { month: count, isResolved, ...fields } of demo.difficulties) {
    const typed = { ...fields, metOn: on(count), resolvedOn: isResolved ? on(count, '26') : '' };
    const change = by(lead, on(count, '27'));
    const difficulty = must(fields.kind, parseDifficulty(typed, parisDay(change.now)));
    must(fields.kind, await writeDifficulty(tx, { ...change, difficultyId: null, fields: difficulty }));
  }
  await installResults(tx, demo, follow, lead);
}

async function installResults(
  tx: Tx,
  demo: DemoExperiment,
  { month, by }: Follow,
  lead: string,
): Promise<void> {
  const begun = by(lead, `${month(demo.firstMonth)}-20`);
  for (const { name, unit, target } of demo.indicators)
    must(
      name,
      await addIndicator(tx, { ...begun, fields: must(name, parseIndicator({ name, unit, target })) }),
    );
  const indicators = await listIndicators(tx, asReadable(begun.experimentId));
  for (const { name, values } of demo.indicators)
    for (const [count, value] of values) {
      const day = `${month(count)}-28`;
      const indicatorId = indicators.find((indicator) => indicator.name === name)?.id ?? '';
      const change = by(lead, day);
      const measure = must(name, parseMeasure({ on: day, value }, parisDay(change.now)));
      must(name, await addMeasure(tx, { ...change, indicatorId, measure }));
    }
  for (const fields of demo.partners) must(fields.name, await addPartner(tx, { ...begun, fields }));
  if (Object.keys(demo.evaluation).length > 0) {
    const answers = must('evaluation', parseEvaluation(demo.evaluation));
    const day = `${month(Math.min(-1, demo.lastMonth))}-22`;
    const writing = { ...by(lead, day), seen: 0, answers, isPublished: false };
    must('evaluation', await writeEvaluation(tx, writing));
  }
}

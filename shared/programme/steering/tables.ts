import { dates } from '../../kernel/dates.fr.ts';
import { dataset } from '../../library/dataset/dataset.fr.ts';
import { ACCESS_STATUSES, PRODUCER_KINDS } from '../../library/dataset/dataset.ts';
import { CHAPTER_STATES } from '../../publication/synthesis/chapter-state.ts';
import { EXPERIMENT_STATES } from '../experiment/experiment.ts';
import type { SteeringOverview } from './overview.ts';
import { daysSince, type LateSignal } from './signals.ts';
import { steering as words } from './steering.fr.ts';
import { percentOf } from './steering.ts';

/** A part of the page as a table: what screens draw, files hold. */
export interface SteeringTable {
  /** Its name in addresses. */
  readonly key: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** [PI11] Everything that the page shows, part by part, in its order. */
export function steeringTables(overview: SteeringOverview, end: Date): SteeringTable[] {
  const { cities, departments, themes, needs, missions, signals, inReview, approved, openness } = overview;
  const { synthesis } = overview;
  const running = themes.reduce((sum, { states }) => sum + states.running, 0);
  return [
    {
      key: 'chiffres',
      title: words.figures.label,
      columns: words.tables.figures,
      rows: [
        [words.map.communes, cities.communes],
        [words.map.agreements, cities.agreements],
        [words.tables.regions, cities.regions],
        [words.tables.departments, cities.departments],
        [words.tables.running, running],
        [words.figures.approved, approved],
        [words.reviews.title, inReview.length],
        [words.signals.title, signals.length],
      ],
    },
    {
      key: 'signaux',
      title: words.signals.title,
      columns: words.signals.columns,
      rows: signals.map((signal) => [
        words.signals.kinds[signal.kind],
        whereOf(signal),
        words.signals.sentence(signal, daysSince(signal.since, end)),
        dates.iso(signal.since),
      ]),
    },
    {
      key: 'departements',
      title: words.map.title,
      columns: words.tables.departmentColumns,
      rows: departments.map(({ code, name, region, communes, agreements }) => [
        code,
        name,
        region.name,
        communes,
        agreements,
      ]),
    },
    {
      key: 'experimentations',
      title: words.experiments.title,
      columns: [
        words.experiments.theme,
        ...EXPERIMENT_STATES.map((state) => words.experiments.states[state]),
        words.total,
      ],
      rows: themes.map(({ name, states, total }) => [
        name,
        ...EXPERIMENT_STATES.map((state) => states[state]),
        total,
      ]),
    },
    {
      key: 'besoins',
      title: words.needs.title,
      columns: [
        words.needs.producer,
        ...ACCESS_STATUSES.map((access) => dataset.accessShort[access]),
        words.total,
      ],
      rows: PRODUCER_KINDS.map((producer) => {
        const own = needs.filter((cell) => cell.producer === producer);
        const counts = ACCESS_STATUSES.map(
          (access) => own.find((cell) => cell.access === access)?.count ?? 0,
        );
        return [dataset.producerKinds[producer], ...counts, counts.reduce((sum, count) => sum + count, 0)];
      }),
    },
    {
      key: 'missions',
      title: words.missions.title,
      columns: words.missions.columns,
      rows: missions.map(({ title, firm, granted, used }) => {
        const percent = percentOf(used, granted);
        return [title, firm, granted, used, percent === null ? words.unknown : words.percent(percent)];
      }),
    },
    {
      key: 'relectures',
      title: words.reviews.title,
      columns: words.reviews.columns,
      rows: inReview.map(({ title, group, kind, since }) => [
        title,
        group,
        words.reviews.waits[kind],
        dates.iso(since),
      ]),
    },
    {
      key: 'ouverture',
      title: words.openness.title,
      columns: words.openness.columns,
      rows: openness.map(({ indicator, percent, part, whole, target, standing }) => [
        words.openness.indicators[indicator],
        percent === null ? words.unknown : words.percent(percent),
        words.openness.of(part, whole),
        target ? words.openness.target(target.percent, target.dueOn) : words.openness.noTarget,
        words.openness.standings[standing],
      ]),
    },
    {
      key: 'synthese',
      title: words.synthesis.title,
      columns: words.synthesis.columns,
      rows: synthesis
        ? [
            ...CHAPTER_STATES.map((state) => [
              words.synthesis.states[state],
              synthesis.progress.states[state],
            ]),
            [words.total, synthesis.progress.total],
            [words.synthesis.due, synthesis.dueOn],
          ]
        : [],
    },
  ];
}

/** What a signal is about. */
export function whereOf(signal: LateSignal): string {
  if (signal.kind === 'silentCity') return signal.organisation.name;
  return signal.kind === 'experimentOver' ? signal.experiment.title : signal.meeting.title;
}

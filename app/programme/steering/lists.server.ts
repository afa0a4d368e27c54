import type { Db } from '#db/kernel/client.ts';
import { listCountedCities } from '#db/programme/steering/steering-cities.ts';
import { listSteeredDatasets } from '#db/programme/steering/steering-datasets.ts';
import { listSteeredExperiments } from '#db/programme/steering/steering-experiments.ts';
import { listSteeredMissions } from '#db/programme/steering/steering-missions.ts';
import { listSteeredNeeds } from '#db/programme/steering/steering-needs.ts';
import { listApprovedDocuments, listDocumentsInReview } from '#db/programme/steering/steering-reviews.ts';
import type { SteeringScope } from '#db/programme/steering/steering-scope.ts';
import { listLateSignals } from '#db/programme/steering/steering-signals.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { daysSince } from '#shared/programme/steering/signals.ts';
import { steering as words } from '#shared/programme/steering/steering.fr.ts';
import { percentOf } from '#shared/programme/steering/steering.ts';
import { whereOf } from '#shared/programme/steering/tables.ts';
import { reviewPlace } from './reviews-section.tsx';
import { placeOf } from './signal-place.ts';

/** What a figure counts: a table whose lines open their object. */
export interface SteeringList {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly to: string; readonly cells: readonly string[] }[];
}

interface Asked {
  readonly db: Db;
  readonly scope: SteeringScope;
  /** What the figure is of: a state, a producer, an access; empty for all. */
  readonly state: string;
  readonly producer: string;
  readonly access: string;
}

const day = (at: Date | null) => (at ? dates.short(at) : '');
const isoDay = (at: string | null) => (at ? dates.short(new Date(`${at}T12:00:00Z`)) : words.unknown);

async function cities({ db, scope }: Asked): Promise<SteeringList> {
  const found = await listCountedCities(db, scope);
  return {
    title: words.lists.cities,
    columns: words.lists.cityColumns,
    rows: found.map(({ code, name, department, agreement }) => ({
      key: code,
      to: paths.city(code),
      cells: [name, department.name, `${agreement.id} ${agreement.name}`, isoDay(agreement.signedOn)],
    })),
  };
}

async function experiments({ db, scope, state }: Asked): Promise<SteeringList> {
  const found = await listSteeredExperiments(db, scope);
  return {
    title: words.figures.experiments,
    columns: words.experiments.columns,
    rows: found
      .filter((experiment) => state === '' || experiment.state === state)
      .map(({ id, title, theme, state: stood, lead, endsOn }) => ({
        key: id,
        to: programmePaths.experiment({ id, title }),
        cells: [title, theme.name, words.experiments.states[stood], lead ?? words.none, isoDay(endsOn)],
      })),
  };
}

async function signals({ db, scope }: Asked): Promise<SteeringList> {
  const found = await listLateSignals(db, scope, await listSteeredExperiments(db, scope));
  return {
    title: words.signals.title,
    columns: words.signals.columns,
    rows: found.map((signal, at) => ({
      key: String(at),
      to: placeOf(signal),
      cells: [
        words.signals.kinds[signal.kind],
        whereOf(signal),
        words.signals.sentence(signal, daysSince(signal.since, scope.end)),
        day(signal.since),
      ],
    })),
  };
}

async function reviews({ db, scope }: Asked): Promise<SteeringList> {
  const found = await listDocumentsInReview(db, scope);
  return {
    title: words.reviews.title,
    columns: words.reviews.columns,
    rows: found.map((document) => ({
      key: `${document.kind} ${document.id}`,
      to: reviewPlace(document),
      cells: [document.title, document.group, words.reviews.waits[document.kind], day(document.since)],
    })),
  };
}

async function approved({ db, scope }: Asked): Promise<SteeringList> {
  const found = await listApprovedDocuments(db, scope);
  return {
    title: words.reviews.approvedTitle,
    columns: words.reviews.approvedColumns,
    rows: found.map((document) => ({
      key: document.id,
      to: reviewPlace(document),
      cells: [document.title, document.group, day(document.approvedAt)],
    })),
  };
}

async function needs({ db, scope, producer, access, state }: Asked): Promise<SteeringList> {
  const found = await listSteeredNeeds(db, scope, { producer, access: access || state });
  return {
    title: words.needs.listTitle,
    columns: words.needs.listColumns,
    rows: found.map((need) => ({
      key: need.id,
      to: programmePaths.experiment(need.experiment),
      cells: [
        need.wanted,
        need.experiment.title,
        dataset.producerKinds[need.producer],
        dataset.accessShort[need.access],
      ],
    })),
  };
}

async function missions({ db, scope }: Asked): Promise<SteeringList> {
  const found = await listSteeredMissions(db, scope);
  return {
    title: words.missions.title,
    columns: words.missions.columns,
    rows: found.map(({ id, title, firm, granted, used }) => ({
      key: id,
      to: programmePaths.steeringList('missions'),
      cells: [title, firm, words.number(granted), words.number(used), shareOf(used, granted)],
    })),
  };
}

const shareOf = (used: number, granted: number) => {
  const percent = percentOf(used, granted);
  return percent === null ? words.unknown : words.percent(percent);
};

async function datasets({ db, scope, state }: Asked): Promise<SteeringList> {
  const found = await listSteeredDatasets(db, scope, { state });
  return {
    title: words.openness.datasetsTitle,
    columns: words.openness.datasetColumns,
    rows: found.map(({ id, title, group, check }) => ({
      key: id,
      to: paths.dataset({ id, title }),
      cells: [
        title,
        group,
        check ? day(check.at) : words.openness.check.none,
        check ? foundBy(check) : words.unknown,
      ],
    })),
  };
}

function foundBy({ hasSchema, errors }: { hasSchema: boolean; errors: number }): string {
  if (errors > 0) return words.openness.check.errors(errors);
  return hasSchema ? words.openness.check.conform : words.openness.check.valid;
}

const LISTS: Readonly<Record<string, (asked: Asked) => Promise<SteeringList>>> = {
  communes: cities,
  experimentations: experiments,
  besoins: needs,
  missions,
  signaux: signals,
  relectures: reviews,
  approuves: approved,
  jeux: datasets,
};

/** [PI6] The list of that name; null when there is none. */
export async function readSteeringList(name: string, asked: Asked): Promise<SteeringList | null> {
  return Object.hasOwn(LISTS, name) ? ((await LISTS[name]?.(asked)) ?? null) : null;
}

import {
  type CardFilter,
  DUE_CHOICES,
  type DueChoice,
  WAITING_CHOICES,
  type WaitingChoice,
} from '../card/card-filter.ts';
import { fieldOfLanes, type LaneBy } from './lanes.ts';

/*
 * The filters and the lanes of a board, as its address says them. Reading is total: what an address says wrongly is left
 * out. Writing answers new parameters and leaves alone every one that is not its own (another layout of the cards).
 */

const PARAM = {
  text: 'texte',
  people: 'personne',
  organisations: 'ville',
  labels: 'etiquette',
  due: 'echeance',
  waiting: 'attente',
  lanes: 'couloirs',
} as const;
/** The day that a calendar is opened at: a named view is opened at today. */
const DAY = 'jour';
/** Before the id of a field. */
const FIELD = 'champ.';

const DUE = {
  late: 'retard',
  soon: 'proche',
  later: 'plus-tard',
  none: 'sans',
} as const satisfies Record<DueChoice, string>;

const WAITING = { blocked: 'bloquee', free: 'libre' } as const satisfies Record<WaitingChoice, string>;

const LANES = { people: 'personne', organisations: 'ville', labels: 'etiquette' } as const;
type SetLanes = keyof typeof LANES;

type Params = URLSearchParams;

/** [B44] The filter that an address asks for. */
export function readFilter(params: Params): CardFilter {
  const fields = new Map<string, string[]>();
  for (const name of new Set(params.keys())) {
    const values = name.startsWith(FIELD) ? given(params, name) : [];
    if (values.length > 0) fields.set(name.slice(FIELD.length), values);
  }
  const due = given(params, PARAM.due);
  const waiting = given(params, PARAM.waiting);
  return {
    text: params.get(PARAM.text) ?? '',
    people: given(params, PARAM.people),
    organisations: given(params, PARAM.organisations),
    labels: given(params, PARAM.labels),
    due: DUE_CHOICES.filter((choice) => due.includes(DUE[choice])),
    waiting: WAITING_CHOICES.filter((choice) => waiting.includes(WAITING[choice])),
    fields,
  };
}

/** The same address with this filter. */
export function withFilter(params: Params, filter: CardFilter): Params {
  const next = new URLSearchParams(params);
  for (const name of new Set(next.keys())) if (name.startsWith(FIELD)) next.delete(name);
  put(next, PARAM.text, filter.text === '' ? [] : [filter.text]);
  put(next, PARAM.people, filter.people);
  put(next, PARAM.organisations, filter.organisations);
  put(next, PARAM.labels, filter.labels);
  put(
    next,
    PARAM.due,
    filter.due.map((choice) => DUE[choice]),
  );
  put(
    next,
    PARAM.waiting,
    filter.waiting.map((choice) => WAITING[choice]),
  );
  for (const [fieldId, values] of filter.fields) put(next, FIELD + fieldId, values);
  return next;
}

/** [B43] What the lanes of an address are made by, or null for none. */
export function readLanes(params: Params): LaneBy | null {
  const asked = params.get(PARAM.lanes) ?? '';
  if (asked.startsWith(FIELD)) return `field:${asked.slice(FIELD.length)}`;
  return (Object.keys(LANES) as SetLanes[]).find((by) => LANES[by] === asked) ?? null;
}

/** The same address with these lanes. */
export function withLanes(params: Params, by: LaneBy | null): Params {
  const next = new URLSearchParams(params);
  const fieldId = by === null ? null : fieldOfLanes(by);
  const said = fieldId === null ? by && LANES[by as SetLanes] : FIELD + fieldId;
  put(next, PARAM.lanes, said ? [said] : []);
  return next;
}

/** The same query where ids of fields, choices and labels have become others. */
export function renamedQuery(query: string, ids: ReadonlyMap<string, string>): string {
  const renamed = (said: string) =>
    said.startsWith(FIELD)
      ? FIELD + (ids.get(said.slice(FIELD.length)) ?? said.slice(FIELD.length))
      : (ids.get(said) ?? said);
  const given = [...new URLSearchParams(query)];
  return savedQuery(new URLSearchParams(given.map(([name, value]) => [renamed(name), renamed(value)])));
}

/** [B45] What a named view keeps of an address, written one way whatever the order of gestures. */
export function savedQuery(params: Params): string {
  const kept = new URLSearchParams(params);
  kept.delete(DAY);
  kept.sort();
  return kept.toString();
}

function given(params: Params, name: string): string[] {
  return [...new Set(params.getAll(name))].filter(Boolean);
}

function put(params: Params, name: string, values: readonly string[]): void {
  params.delete(name);
  for (const value of values) params.append(name, value);
}

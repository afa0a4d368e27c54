import { readDay } from '../field/stored-value.ts';

/*
 * How a board is looked at, as its address says it. Reading is total: what an address says wrongly has its default.
 * Writing answers new parameters and leaves alone every one that is not its own (a filter, a named view).
 */

/** The ways to look at the same cards. */
export const BOARD_LAYOUTS = ['board', 'table', 'calendar', 'timeline'] as const;
export type BoardLayout = (typeof BOARD_LAYOUTS)[number];

const LAYOUTS = {
  board: 'tableau',
  table: 'liste',
  calendar: 'calendrier',
  timeline: 'frise',
} as const satisfies Record<BoardLayout, string>;

/** What the list can show of a card beside its title, in the order of its columns. */
export const TABLE_FIELDS = ['column', 'city', 'people', 'due', 'labels', 'steps'] as const;
export type TableField = (typeof TABLE_FIELDS)[number];
export type SortField = TableField | 'title';

/** By what the list can be cut into groups. */
export const GROUPINGS = ['column', 'city', 'people', 'due', 'labels'] as const;
export type Grouping = (typeof GROUPINGS)[number];

const FIELDS = {
  title: 'titre',
  column: 'colonne',
  city: 'ville',
  people: 'personnes',
  due: 'echeance',
  labels: 'etiquettes',
  steps: 'etapes',
} as const satisfies Record<SortField, string>;

export interface TableSettings {
  /** Null for the order of the board. */
  readonly sort: { readonly field: SortField; readonly isDescending: boolean } | null;
  readonly grouping: Grouping | null;
  readonly fields: readonly TableField[];
}

/** How much of the year a calendar or a timeline shows at once. */
export const SCALES = ['week', 'month', 'quarter'] as const;
export type Scale = (typeof SCALES)[number];
const SCALE_NAMES = { week: 'semaine', month: 'mois', quarter: 'trimestre' } as const satisfies Record<
  Scale,
  string
>;

export interface Period {
  /** A day of the period that is shown, `YYYY-MM-DD`. */
  readonly day: string;
  readonly scale: Scale;
}

const PARAM = {
  layout: 'vue',
  sort: 'tri',
  grouping: 'grouper',
  fields: 'montrer',
  day: 'jour',
  scale: 'echelle',
} as const;

type Params = URLSearchParams;

/** The layout that an address asks for: the board when it asks for none, or for one that does not exist. */
export function readLayout(params: Params): BoardLayout {
  const asked = params.get(PARAM.layout);
  return BOARD_LAYOUTS.find((layout) => LAYOUTS[layout] === asked) ?? 'board';
}

/** The same address in another layout; the board is said by saying nothing. */
export function withLayout(params: Params, layout: BoardLayout): Params {
  return write(params, PARAM.layout, layout === 'board' ? null : LAYOUTS[layout]);
}

/** What the list is asked to show. */
export function readTable(params: Params): TableSettings {
  const sort = params.get(PARAM.sort) ?? '';
  const isDescending = sort.startsWith('-');
  const field = (['title', ...TABLE_FIELDS] as const).find(
    (known) => FIELDS[known] === sort.slice(isDescending ? 1 : 0),
  );
  const asked = params.get(PARAM.fields);
  const names = asked?.split(',') ?? [];
  return {
    sort: field ? { field, isDescending } : null,
    grouping: GROUPINGS.find((known) => FIELDS[known] === params.get(PARAM.grouping)) ?? null,
    fields: asked === null ? TABLE_FIELDS : TABLE_FIELDS.filter((known) => names.includes(FIELDS[known])),
  };
}

/** The same address with these settings of the list. */
export function withTable(params: Params, { sort, grouping, fields }: TableSettings): Params {
  const isWhole = TABLE_FIELDS.every((known) => fields.includes(known));
  const shown = TABLE_FIELDS.filter((known) => fields.includes(known)).map((known) => FIELDS[known]);
  let next = write(params, PARAM.sort, sort && `${sort.isDescending ? '-' : ''}${FIELDS[sort.field]}`);
  next = write(next, PARAM.grouping, grouping && FIELDS[grouping]);
  return write(next, PARAM.fields, isWhole ? null : shown.join(','));
}

/** The order after a press on the header of a field: up, then down, then the order of the board again. */
export function nextSort(sort: TableSettings['sort'], field: SortField): TableSettings['sort'] {
  if (sort?.field !== field) return { field, isDescending: false };
  return sort.isDescending ? null : { field, isDescending: true };
}

/** The period that an address asks for, around `today` when it names no day; `scales` are those that the layout has, its default first. */
export function readPeriod(params: Params, today: string, scales: readonly [Scale, ...Scale[]]): Period {
  return {
    day: readDay(params.get(PARAM.day)) ?? today,
    scale: scales.find((known) => SCALE_NAMES[known] === params.get(PARAM.scale)) ?? scales[0],
  };
}

/** The same address at another period. */
export function withPeriod(params: Params, { day, scale }: Period): Params {
  return write(write(params, PARAM.day, day), PARAM.scale, SCALE_NAMES[scale]);
}

function write(params: Params, name: string, value: string | null): Params {
  const next = new URLSearchParams(params);
  if (value === null) next.delete(name);
  else next.set(name, value);
  return next;
}

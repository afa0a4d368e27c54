import { dates } from '../../kernel/dates.fr.ts';
import { dataset } from '../../library/dataset/dataset.fr.ts';
import { dataNeed } from '../../library/need/data-need.fr.ts';
import { sheetPaths } from '../sheet/sheet-paths.ts';
import { useCaseSheet } from '../sheet/use-case-sheet.fr.ts';
import { openData as words } from './open-data.fr.ts';
import {
  OPEN_TABLES,
  type OpenCell,
  type OpenColumn,
  type OpenSheet,
  type OpenTable,
  type OpenTableKey,
  openNeeds,
} from './open-table.ts';

interface Given {
  readonly origin: string;
  readonly sheets: readonly OpenSheet[];
  readonly includesClosed: boolean;
}

type Row = readonly OpenCell[];

const TYPES: Readonly<Record<string, OpenColumn['type']>> = {
  jours_agents: 'number',
  cout_euros: 'number',
  debut: 'date',
  fin: 'date',
  publiee_le: 'date',
  mise_a_jour_le: 'date',
};

const ROWS: Record<OpenTableKey, (given: Given) => Row[]> = {
  'cas-d-usage': ({ origin, sheets }) => sheets.map((sheet) => sheetRow(origin, sheet)),
  'besoins-de-donnees': ({ origin, sheets, includesClosed }) =>
    sheets.flatMap(({ address, title, facts }) =>
      openNeeds(facts, includesClosed).map((need) => [
        need.name,
        dataNeed.importances[need.importance],
        dataset.producerKinds[need.producerKind],
        need.producerName,
        dataset.accessShort[need.status],
        need.reason && dataset.accessReasons[need.reason],
        need.schemaName,
        dataset.frequencies[need.frequency],
        dataset.licences[need.licence],
        (need.links ?? []).map(({ url }) => url),
        facts.cities,
        title,
        origin + sheetPaths.publicSheet(address),
      ]),
    ),
};

function sheetRow(origin: string, { address, title, hook, facts, firstAt, publishedAt }: OpenSheet): Row {
  const { theme, cities, places, size, serviceKind, uses, effort, period } = facts;
  return [
    title,
    hook,
    theme.name,
    cities,
    (places ?? []).map(({ code }) => code),
    size && useCaseSheet.sizes[size],
    serviceKind && useCaseSheet.serviceKinds[serviceKind],
    uses.map((use) => useCaseSheet.uses[use]),
    effort.days,
    effort.cost,
    period.startsOn,
    period.endsOn,
    dates.iso(firstAt),
    dates.iso(publishedAt),
    origin + sheetPaths.publicSheet(address),
  ];
}

/** [OD1] The tables that the site opens, of these published sheets: nothing that their pages do not say. */
export function openTables(given: Given): OpenTable[] {
  const times = given.sheets.map(({ publishedAt }) => publishedAt.getTime());
  return OPEN_TABLES.map((key) => ({
    key,
    title: words.tables[key].title,
    description: words.tables[key].description,
    columns: Object.entries(words.tables[key].columns).map(([name, title]) => ({
      name,
      title,
      type: TYPES[name] ?? 'string',
    })),
    rows: ROWS[key](given),
    updatedAt: times.length > 0 ? new Date(Math.max(...times)) : null,
  }));
}

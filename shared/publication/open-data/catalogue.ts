import { foldedWords } from '../../kernel/text/fold.ts';
import type { AccessStatus, Frequency, Licence } from '../../library/dataset/dataset.ts';
import { publicSite } from '../public-site/public-site.fr.ts';
import type { SheetFacts, SheetNeed } from '../sheet/sheet-facts.ts';
import { sheetPaths } from '../sheet/sheet-paths.ts';
import { openData as words } from './open-data.fr.ts';
import { openDataPaths } from './open-data-paths.ts';
import { type OpenSheet, type OpenTable, openNeeds } from './open-table.ts';

/** A node of the catalogue, as JSON-LD writes it. */
export interface LinkedNode {
  readonly [term: string]: LinkedValue;
}
export type LinkedValue = string | number | LinkedNode | readonly LinkedValue[];

/** The prefixes of the catalogue, the same in both of its forms. */
export const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  geo: 'http://www.opengis.net/ont/geosparql#',
} as const;

const EU = 'http://publications.europa.eu/resource/authority';
const FRENCH = { '@id': `${EU}/language/FRA` };

/** Frequencies of the European authority table. */
const FREQUENCIES: Record<Frequency, string> = {
  realtime: 'UPDATE_CONT',
  daily: 'DAILY',
  weekly: 'WEEKLY',
  monthly: 'MONTHLY',
  quarterly: 'QUARTERLY',
  annual: 'ANNUAL',
  punctual: 'NEVER',
  irregular: 'IRREG',
  unknown: 'UNKNOWN',
};

const LICENCES: Record<Licence, string | null> = {
  'etalab-2.0': 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  'ODbL-1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
  other: null,
  none: null,
};

/** [OD3] How far a data set may be reached, in the European authority table. */
const ACCESS: Record<AccessStatus, string> = {
  open: 'PUBLIC',
  candidate: 'RESTRICTED',
  closed_unjustified: 'NON_PUBLIC',
  closed_justified: 'NON_PUBLIC',
  other: 'RESTRICTED',
};

/** What encloses France and Corsica, in degrees: the harvester wants a geometry, not a name. */
const FRANCE = 'POLYGON((-5.2 41.3, 9.6 41.3, 9.6 51.2, -5.2 51.2, -5.2 41.3))';

const FORMATS = [
  { format: 'csv', name: 'CSV', media: 'text/csv' },
  { format: 'ods', name: 'ODS', media: 'application/vnd.oasis.opendocument.spreadsheet' },
  { format: 'json', name: 'JSON', media: 'application/json' },
] as const;

/** Formats that the European authority table names, by what records of data sets call them. */
const FILE_TYPES = [
  'CSV',
  'GEOJSON',
  'JSON',
  'ODS',
  'XLSX',
  'XLS',
  'XML',
  'PDF',
  'ZIP',
  'GML',
  'KML',
  'SHP',
  'GPKG',
];

function fileType(format: string): LinkedValue {
  const known = FILE_TYPES.find((type) => type === format.trim().replace(/^\./, '').toUpperCase());
  return known ? to(`${EU}/file-type/${known}`) : format;
}

const text = (value: string) => ({ '@language': 'fr', '@value': value });
const typed = (type: string, value: string) => ({ '@type': type, '@value': value });
const at = (value: Date) => typed('xsd:dateTime', value.toISOString());
const to = (iri: string) => ({ '@id': iri });

/**
 * [OD3] The catalogue of the site as DCAT (W3C, version 3), shaped for what data.gouv.fr harvests: its own tables, and the data sets
 * that published sheets need. `origin` begins every address. JSON-LD as it is; in Turtle by way of the same nodes.
 */
export function catalogueOf({
  origin,
  tables,
  sheets,
  includesClosed,
  now,
}: {
  readonly origin: string;
  readonly tables: readonly OpenTable[];
  readonly sheets: readonly OpenSheet[];
  readonly includesClosed: boolean;
  /** Stands for the day of a catalogue of nothing. */
  readonly now: Date;
}): LinkedNode {
  const page = origin + openDataPaths.openData();
  const publisher = {
    '@id': `${page}#editeur`,
    '@type': 'foaf:Agent',
    'foaf:name': text(words.publisher),
    'foaf:homepage': to(origin + sheetPaths.publicSheets()),
  };
  const contact = {
    '@id': `${page}#contact`,
    '@type': 'vcard:Organization',
    'vcard:fn': text(words.contact),
    'vcard:hasURL': to(`${origin}/mentions-legales`),
  };
  const updatedAt = tables[0]?.updatedAt ?? now;
  const first = sheets.map(({ firstAt }) => firstAt.getTime());
  const common = { publisher, contact, origin };
  return {
    '@context': PREFIXES,
    '@id': `${page}/catalogue`,
    '@type': 'dcat:Catalog',
    'dct:title': text(publicSite.name),
    'dct:description': text(words.catalogueDescription),
    'dct:language': FRENCH,
    'dct:publisher': publisher,
    'dct:license': to(publicSite.licenceAddress),
    'dct:issued': at(first.length > 0 ? new Date(Math.min(...first)) : now),
    'dct:modified': at(updatedAt),
    'dct:spatial': france(),
    'foaf:homepage': to(page),
    'dcat:dataset': [
      ...tables.map((table) => ownDataset(table, sheets, common, now)),
      ...sheets.flatMap((sheet) =>
        openNeeds(sheet.facts, includesClosed).map((need) => cityDataset(need, sheet, common)),
      ),
    ],
  };
}

interface Common {
  readonly origin: string;
  readonly publisher: LinkedNode;
  readonly contact: LinkedNode;
}

function ownDataset(
  table: OpenTable,
  sheets: readonly OpenSheet[],
  { origin, publisher, contact }: Common,
  now: Date,
): LinkedNode {
  const { key, title, description } = table;
  const id = origin + openDataPaths.entry(key);
  const modified = at(table.updatedAt ?? now);
  return {
    '@id': id,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': text(title),
    'dct:description': text(description),
    'dcat:keyword': words.keywords.map(text),
    'dct:language': FRENCH,
    'dct:publisher': publisher,
    'dcat:contactPoint': contact,
    'dct:license': to(publicSite.licenceAddress),
    'dct:accessRights': to(`${EU}/access-right/PUBLIC`),
    'dct:accrualPeriodicity': to(`${EU}/frequency/${FREQUENCIES.irregular}`),
    'dct:modified': modified,
    'dct:spatial': france(),
    ...temporal(sheets.map(({ facts }) => facts.period)),
    'dct:conformsTo': standard(origin + openDataPaths.tableSchema(key), words.schemaOf(title)),
    'dcat:landingPage': to(origin + openDataPaths.openData()),
    'dcat:distribution': FORMATS.map(({ format, name, media }) => ({
      '@id': origin + openDataPaths.table(key, format),
      '@type': 'dcat:Distribution',
      'dct:title': text(words.download(name, title)),
      'dcat:accessURL': to(origin + openDataPaths.table(key, format)),
      'dcat:downloadURL': to(origin + openDataPaths.table(key, format)),
      'dcat:mediaType': to(`https://www.iana.org/assignments/media-types/${media}`),
      'dct:format': fileType(format),
      'dct:license': to(publicSite.licenceAddress),
      'dct:modified': modified,
    })),
  };
}

/** Letters and figures of a name, for the end of an identifier. */
const slug = (name: string) => foldedWords(name).replaceAll(' ', '-');

function cityDataset(need: SheetNeed, sheet: OpenSheet, { origin, contact }: Common): LinkedNode {
  const { address, title, facts, publishedAt } = sheet;
  const page = origin + sheetPaths.publicSheet(address);
  // Under the end of the address, which stays when the title of the sheet changes.
  const id = `${origin}${openDataPaths.entry(`${address.slice(-8)}-${slug(need.name)}`)}`;
  const cities = new Intl.ListFormat('fr').format(facts.cities);
  const licence = LICENCES[need.licence];
  const licensed: LinkedNode = licence ? { 'dct:license': to(licence) } : {};
  return {
    '@id': id,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': text(`${need.name} (${facts.cities.join(', ')})`),
    'dct:description': text(words.entryDescription(title, cities)),
    'dcat:keyword': [need.name, facts.theme.name, ...facts.cities].map(text),
    'dct:publisher': {
      '@type': 'foaf:Agent',
      'foaf:name': text(need.producerName || facts.cities[0] || words.publisher),
    },
    'dcat:contactPoint': contact,
    ...licensed,
    'dct:accessRights': to(`${EU}/access-right/${ACCESS[need.status]}`),
    'dct:accrualPeriodicity': to(`${EU}/frequency/${FREQUENCIES[need.frequency]}`),
    'dct:modified': at(publishedAt),
    'dct:spatial': places(facts),
    ...temporal([facts.period]),
    ...(need.schemaName === ''
      ? {}
      : { 'dct:conformsTo': standard(schemaAddress(need.schemaName), need.schemaName) }),
    'dcat:landingPage': to(page),
    'dcat:distribution': (need.links ?? []).map((link, rank) => ({
      '@id': `${id}-${rank + 1}`,
      '@type': 'dcat:Distribution',
      'dct:title': text(link.name),
      'dcat:accessURL': to(link.url),
      'dcat:downloadURL': to(link.url),
      'dct:format': fileType(link.format),
      ...licensed,
    })),
  };
}

function schemaAddress(name: string): string {
  if (/^https:\/\/[^\s"<>\\^`{|}]+$/.test(name)) return name;
  return `https://schema.data.gouv.fr/${name.split('/').map(encodeURIComponent).join('/')}/`;
}

const standard = (iri: string, title: string) => ({
  '@id': iri,
  '@type': 'dct:Standard',
  'dct:title': text(title),
});

const france = () => ({
  '@type': 'dct:Location',
  'skos:prefLabel': text(words.france),
  'dcat:bbox': typed('geo:wktLiteral', FRANCE),
});

/** Communes by the address that Insee gave them; France where none is known. */
function places({ places: known }: SheetFacts): LinkedValue {
  if (!known || known.length === 0) return france();
  return known.map(({ code, name }) => ({
    '@id': `http://id.insee.fr/geo/commune/${encodeURIComponent(code)}`,
    '@type': 'dct:Location',
    'skos:prefLabel': text(name),
  }));
}

function temporal(periods: readonly SheetFacts['period'][]): LinkedNode {
  const start = periods.flatMap(({ startsOn }) => startsOn ?? []).sort()[0];
  const end = periods
    .flatMap(({ endsOn }) => endsOn ?? [])
    .sort()
    .at(-1);
  if (!start || !end) return {};
  return {
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': typed('xsd:date', start),
      'dcat:endDate': typed('xsd:date', end),
      'skos:prefLabel': `${start}/${end}`,
    },
  };
}

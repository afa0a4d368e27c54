import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseTitle } from '../../kernel/title.ts';
import type { DatasetError } from './dataset-errors.ts';

/** The five kinds of producers of the programme's text. */
export const PRODUCER_KINDS = [
  'public_local',
  'public_national',
  'parapublic',
  'entreprise',
  'citoyens_associations',
] as const;
export type ProducerKind = (typeof PRODUCER_KINDS)[number];

/** The five states of access of the programme's text. */
export const ACCESS_STATUSES = [
  'open',
  'candidate',
  'closed_unjustified',
  'closed_justified',
  'other',
] as const;
export type AccessStatus = (typeof ACCESS_STATUSES)[number];

/** Why data are closed for a good reason, or what else they are. */
export const ACCESS_REASONS = {
  closed_justified: ['propriete', 'securite', 'donnees_personnelles'],
  other: ['payante', 'acces_limite', 'convention', 'autre'],
} as const;
export type AccessReason = (typeof ACCESS_REASONS)[keyof typeof ACCESS_REASONS][number];

/** What the law lets a public producer choose, and the rest. */
export const LICENCES = ['etalab-2.0', 'ODbL-1.0', 'other', 'none'] as const;
export type Licence = (typeof LICENCES)[number];

export const FREQUENCIES = [
  'realtime',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'annual',
  'punctual',
  'irregular',
  'unknown',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** [DS1] Who reads a record: the members of its group, or every signed-in member of the programme. */
export const DATASET_VISIBILITIES = ['group', 'programme'] as const;
export type DatasetVisibility = (typeof DATASET_VISIBILITIES)[number];

/** What a record says of a data set. */
export interface DatasetFields {
  readonly title: string;
  readonly description: string;
  readonly producerName: string;
  readonly producerKind: ProducerKind;
  readonly accessStatus: AccessStatus;
  readonly accessReason: AccessReason | null;
  readonly accessNote: string;
  readonly licence: Licence;
  readonly frequency: Frequency;
  readonly schemaName: string;
  readonly schemaUrl: string;
  readonly schemaVersion: string;
  readonly territory: string;
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
  readonly contact: string;
  readonly visibility: DatasetVisibility;
}

/** The same as a form sends it. */
export type TypedDataset = Readonly<Record<keyof DatasetFields, string>>;

/** What is wrong, by field. */
type DatasetFaults = Readonly<Partial<Record<keyof DatasetFields, DatasetError>>>;

const TEXT_MAX: Readonly<Partial<Record<keyof DatasetFields, number>>> = {
  producerName: 200,
  accessNote: 1_000,
  schemaName: 200,
  schemaVersion: 50,
  territory: 300,
  contact: 300,
};
const DESCRIPTION_MAX = 10_000;

const oneOf = <T extends string>(known: readonly T[], given: string): T | null =>
  known.find((value) => value === given) ?? null;

/** An address of the web as it is kept; null when it is none. */
export function parseWebUrl(given: string): string | null {
  const url = URL.parse(given.trim());
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return isWeb && url.href.length <= 2_000 ? url.href : null;
}

/** [DS5] The same, of what is typed. */
export function parseUrl(typed: string): Result<string, 'dataset.urlInvalid'> {
  const url = parseWebUrl(typed);
  return url === null ? fail('dataset.urlInvalid') : ok(url);
}

/** The format of a file, as its name says it. */
export const formatOf = (name: string): string => /\.([A-Za-z\d]{1,8})$/.exec(name)?.[1]?.toUpperCase() ?? '';

/**
 * [DS3] Reads what a form says of a data set: everything that is wrong, by field, or the record. Closed for a reason wants the
 * reason, another case wants to be named; those of another status are forgotten.
 */
export function parseDataset(
  typed: TypedDataset,
): { readonly fields: DatasetFields } | { readonly faults: DatasetFaults } {
  const faults: Partial<Record<keyof DatasetFields, DatasetError>> = {};
  const title = parseTitle(typed.title);
  if (!title.ok) faults.title = 'dataset.titleInvalid';
  if (typed.description.length > DESCRIPTION_MAX) faults.description = 'dataset.descriptionTooLong';
  for (const [field, max] of Object.entries(TEXT_MAX) as [keyof DatasetFields, number][])
    if (typed[field].trim().length > max) faults[field] = 'dataset.textTooLong';
  if (typed.producerName.trim() === '') faults.producerName = 'dataset.producerMissing';
  const chosen = {
    producerKind: oneOf(PRODUCER_KINDS, typed.producerKind),
    accessStatus: oneOf(ACCESS_STATUSES, typed.accessStatus),
    licence: oneOf(LICENCES, typed.licence),
    frequency: oneOf(FREQUENCIES, typed.frequency),
    visibility: oneOf(DATASET_VISIBILITIES, typed.visibility),
  };
  for (const [field, value] of Object.entries(chosen))
    if (!value) faults[field as keyof typeof chosen] = 'dataset.choiceInvalid';
  const accessReason = reasonOf(chosen.accessStatus, typed.accessReason);
  if (!accessReason.ok) faults.accessReason = accessReason.error;
  const schemaUrl = typed.schemaUrl.trim() === '' ? '' : parseWebUrl(typed.schemaUrl);
  if (schemaUrl === null) faults.schemaUrl = 'dataset.urlInvalid';
  const [yearFrom, yearTo] = [yearOf(typed.yearFrom), yearOf(typed.yearTo)];
  if (yearFrom === undefined) faults.yearFrom = 'dataset.yearInvalid';
  if (yearTo === undefined) faults.yearTo = 'dataset.yearInvalid';
  if (yearFrom && yearTo && yearFrom > yearTo) faults.yearTo = 'dataset.yearsReversed';
  const { producerKind, accessStatus, licence, frequency, visibility } = chosen;
  if (
    Object.keys(faults).length > 0 ||
    !title.ok ||
    !accessReason.ok ||
    schemaUrl === null ||
    yearFrom === undefined ||
    yearTo === undefined ||
    !producerKind ||
    !accessStatus ||
    !licence ||
    !frequency ||
    !visibility
  )
    return { faults };
  const text = (field: keyof DatasetFields) => typed[field].trim();
  return {
    fields: {
      title: title.value,
      description: text('description'),
      producerName: text('producerName'),
      producerKind,
      accessStatus,
      accessReason: accessReason.value,
      accessNote: text('accessNote'),
      licence,
      frequency,
      schemaName: text('schemaName'),
      schemaUrl,
      schemaVersion: text('schemaVersion'),
      territory: text('territory'),
      yearFrom,
      yearTo,
      contact: text('contact'),
      visibility,
    },
  };
}

function reasonOf(status: AccessStatus | null, given: string): Result<AccessReason | null, DatasetError> {
  if (status !== 'closed_justified' && status !== 'other') return ok(null);
  const reason = oneOf<AccessReason>(ACCESS_REASONS[status], given);
  return reason ? ok(reason) : fail('dataset.reasonMissing');
}

/** Undefined when it is no year. */
function yearOf(given: string): number | null | undefined {
  const text = given.trim();
  if (text === '') return null;
  return /^(?:1[5-9]|20|21)\d{2}$/.test(text) ? Number(text) : undefined;
}

/** [DS3] A public producer owes an open licence of the list (decree 2017-638): anything else is said, not refused. */
export function isLicenceDoubtful({
  producerKind,
  accessStatus,
  licence,
}: Pick<DatasetFields, 'producerKind' | 'accessStatus' | 'licence'>): boolean {
  return (
    producerKind.startsWith('public_') &&
    accessStatus === 'open' &&
    (licence === 'other' || licence === 'none')
  );
}

/** Records hold their files in a list that people read. */
export const DISTRIBUTIONS_MAX = 50;

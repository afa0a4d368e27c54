import { isDay } from '../../kernel/day/days.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import {
  ACCESS_REASONS,
  ACCESS_STATUSES,
  type AccessReason,
  type AccessStatus,
  FREQUENCIES,
  type Frequency,
  LICENCES,
  type Licence,
  PRODUCER_KINDS,
  type ProducerKind,
} from '../dataset/dataset.ts';
import type { DataNeedError } from './data-need-errors.ts';
import { WANTED_NAME_MAX, wantedKey, wantedName } from './wanted-name.ts';

/** Without it the use case does not stand, or it would only be better. */
export const IMPORTANCES = ['essential', 'useful'] as const;
export type Importance = (typeof IMPORTANCES)[number];

/** What an experiment says of data that it needs. */
export interface DataNeedFields {
  /** Of the wanted dataset that experiments share. */
  readonly wanted: string;
  readonly producerKind: ProducerKind;
  readonly producerName: string;
  readonly importance: Importance;
  readonly accessStatus: AccessStatus;
  readonly accessReason: AccessReason | null;
  readonly accessNote: string;
  /** ISO day on which a candidate should be open. */
  readonly opensOn: string | null;
  /** Who is in charge of opening a candidate. */
  readonly inCharge: string;
  readonly schemaName: string;
  readonly frequency: Frequency;
  readonly licence: Licence;
  readonly contact: string;
  readonly comment: string;
}

/** The same as a form or a file sends it. */
export type TypedDataNeed = Readonly<Record<keyof DataNeedFields, string>>;
/** A need as its form and its file say it. */
export const typedOf = (need: DataNeedFields): TypedDataNeed => ({
  ...need,
  accessReason: need.accessReason ?? '',
  opensOn: need.opensOn ?? '',
});
/** What is wrong, by field. */
type DataNeedFaults = Readonly<Partial<Record<keyof DataNeedFields, DataNeedError>>>;

const TEXT_MAX = {
  producerName: 200,
  accessNote: 1_000,
  inCharge: 200,
  schemaName: 200,
  contact: 300,
  comment: 2_000,
} as const satisfies Partial<Record<keyof DataNeedFields, number>>;

const oneOf = <T extends string>(known: readonly T[], given: string): T | null =>
  known.find((value) => value === given) ?? null;

/**
 * [DN2] Reads what a form or a line of a file says of a need: everything that is wrong, by field, or the need. Each status wants its
 * own details; those of another one are forgotten.
 */
export function parseDataNeed(
  typed: TypedDataNeed,
): { readonly fields: DataNeedFields } | { readonly faults: DataNeedFaults } {
  const faults: Partial<Record<keyof DataNeedFields, DataNeedError>> = {};
  const wanted = wantedName(typed.wanted);
  if (wantedKey(wanted) === '') faults.wanted = 'dataNeed.nameMissing';
  else if (wanted.length > WANTED_NAME_MAX) faults.wanted = 'dataNeed.nameTooLong';
  for (const [field, max] of Object.entries(TEXT_MAX) as [keyof typeof TEXT_MAX, number][])
    if (typed[field].trim().length > max) faults[field] = 'dataNeed.textTooLong';
  const producerKind = oneOf(PRODUCER_KINDS, typed.producerKind);
  const accessStatus = oneOf(ACCESS_STATUSES, typed.accessStatus);
  const importance = oneOf(IMPORTANCES, typed.importance);
  const frequency = oneOf(FREQUENCIES, typed.frequency);
  const licence = oneOf(LICENCES, typed.licence);
  for (const [field, value] of Object.entries({ producerKind, accessStatus, importance, frequency, licence }))
    if (!value) faults[field as keyof DataNeedFields] = 'dataNeed.choiceInvalid';
  const details = accessStatus && detailsOf(accessStatus, typed, faults);
  if (
    Object.keys(faults).length > 0 ||
    !details ||
    !producerKind ||
    !accessStatus ||
    !importance ||
    !frequency ||
    !licence
  )
    return { faults };
  return {
    fields: {
      wanted,
      producerKind,
      producerName: typed.producerName.trim(),
      importance,
      accessStatus,
      ...details,
      schemaName: typed.schemaName.trim(),
      frequency,
      licence,
      contact: typed.contact.trim(),
      comment: typed.comment.trim(),
    },
  };
}

type Details = Pick<DataNeedFields, 'accessReason' | 'accessNote' | 'opensOn' | 'inCharge'>;

function detailsOf(
  status: AccessStatus,
  typed: TypedDataNeed,
  faults: Partial<Record<keyof DataNeedFields, DataNeedError>>,
): Details {
  const accessNote = typed.accessNote.trim();
  const none: Details = { accessReason: null, accessNote, opensOn: null, inCharge: '' };
  if (status === 'candidate') {
    const [opensOn, inCharge] = [typed.opensOn.trim(), typed.inCharge.trim()];
    if (opensOn === '') faults.opensOn = 'dataNeed.dayMissing';
    else if (!isDay(opensOn)) faults.opensOn = 'dataNeed.dayInvalid';
    if (inCharge === '') faults.inCharge = 'dataNeed.inChargeMissing';
    return { ...none, opensOn, inCharge };
  }
  if (status !== 'closed_justified' && status !== 'other') return none;
  const accessReason = oneOf<AccessReason>(ACCESS_REASONS[status], typed.accessReason);
  if (!accessReason)
    faults.accessReason = status === 'other' ? 'dataNeed.precisionMissing' : 'dataNeed.reasonMissing';
  return { ...none, accessReason };
}

/** [DN4] Why a need moves in the table, said with its step. */
export function parseStepReason(typed: string): Result<string, 'dataNeed.textTooLong'> {
  const why = typed.trim();
  return why.length > 500 ? fail('dataNeed.textTooLong') : ok(why);
}

import { type Agreement, agreementIdOf, programmeMarkOf, signatureDayOf } from './agreement.ts';
import type { CityRefusal, CityWarning } from './city-finding.ts';
import type { CityRow } from './city-table.ts';

/** A convention while the lines that name it are read. */
export interface AgreementDraft {
  readonly id: string;
  readonly name: string;
  readonly line: number;
  readonly programme: boolean | null;
  signedOn: string | null;
}

/**
 * Reads the convention of one line into `drafts`, and says what is wrong with it. Null when the line is refused.
 */
export function readAgreement(
  row: CityRow,
  drafts: Map<string, AgreementDraft>,
  refusals: CityRefusal[],
  warnings: CityWarning[],
): AgreementDraft | null {
  const { line } = row;
  const before = refusals.length;
  const id = agreementIdOf(row.agreementId);
  const signedOn = row.signedOn === '' ? null : signatureDayOf(row.signedOn);
  const programme = row.programme === null ? null : programmeMarkOf(row.programme);
  if (!id) refusals.push({ code: 'agreement.idMalformed', line, value: row.agreementId });
  if (row.agreementName === '')
    refusals.push({ code: 'agreement.nameMissing', line, value: row.agreementId });
  if (row.signedOn !== '' && !signedOn)
    refusals.push({ code: 'agreement.dateMalformed', line, value: row.signedOn });
  if (row.programme !== null && programme === null) {
    refusals.push({ code: 'agreement.programmeMalformed', line, value: row.programme });
  }
  if (!id || refusals.length > before) return null;

  const draft = drafts.get(id);
  if (!draft) {
    const made = { id, name: row.agreementName, line, programme, signedOn };
    drafts.set(id, made);
    return made;
  }
  if (draft.programme !== programme) {
    refusals.push({ code: 'agreement.programmeMixed', line, value: id, firstLine: draft.line });
  }
  if (draft.name !== row.agreementName) {
    warnings.push({ code: 'agreement.nameDiffers', line, value: row.agreementName, expected: draft.name });
  }
  if (draft.signedOn && signedOn && draft.signedOn !== signedOn) {
    // [T6] Sources mix conventions and amendments: the earliest day is the nearest to the convention.
    const [expected = signedOn] = [draft.signedOn, signedOn].sort();
    warnings.push({ code: 'agreement.dateDiffers', line, value: signedOn, expected });
    draft.signedOn = expected;
  } else draft.signedOn ??= signedOn;
  return draft;
}

/**
 * What a convention becomes, given what was known of it.
 * [T6], [T7] An empty day or a missing column says nothing: what was known stays; without it, all is programme.
 */
export function completeAgreement(
  { id, name, programme, signedOn }: AgreementDraft,
  before: Agreement | undefined,
): Agreement {
  return {
    id,
    name,
    isInProgramme: programme ?? before?.isInProgramme ?? true,
    signedOn: signedOn ?? before?.signedOn ?? null,
  };
}

/** Whether writing it would change nothing. */
export function isSameAgreement(a: Agreement, b: Agreement | undefined): boolean {
  return a.name === b?.name && a.isInProgramme === b.isInProgramme && a.signedOn === b.signedOn;
}

import { canonicalJson } from '../../kernel/canonical-json.ts';
import { isDay } from '../../kernel/day/days.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** Who is interviewed, and what the interview is about in one or two sentences. */
export interface InterviewFields {
  readonly personName: string;
  readonly personRole: string;
  readonly organisation: string;
  readonly hook: string;
}

const NAME_MAX = 160;
export const INTERVIEW_HOOK_MAX = 300;
const MEANS_MAX = 500;

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** [IV1] Reads who is interviewed. Refused: no name, no sentence for lists, too long. */
export function parseInterview(
  typed: InterviewFields,
): Result<
  InterviewFields,
  'publishedInterview.personMissing' | 'publishedInterview.hookMissing' | 'publishedInterview.tooLong'
> {
  const fields = {
    personName: oneLine(typed.personName),
    personRole: oneLine(typed.personRole),
    organisation: oneLine(typed.organisation),
    hook: oneLine(typed.hook),
  };
  const { hook, ...names } = fields;
  if (names.personName === '') return fail('publishedInterview.personMissing');
  if (hook === '') return fail('publishedInterview.hookMissing');
  const isLong =
    Object.values(names).some(({ length }) => length > NAME_MAX) || hook.length > INTERVIEW_HOOK_MAX;
  return isLong ? fail('publishedInterview.tooLong') : ok(fields);
}

/** What is noted of a consent: by whom, on which day (ISO, of Paris), how, and whether pictures are in it. */
export interface ConsentFields {
  readonly givenBy: string;
  readonly givenOn: string;
  readonly means: string;
  readonly coversImages: boolean;
}

/** [IV2] Reads a consent. Refused: without who or how, a day that is none or to come. */
export function parseConsent(
  typed: ConsentFields,
  today: string,
): Result<
  ConsentFields,
  | 'publishedInterview.consentIncomplete'
  | 'publishedInterview.tooLong'
  | 'publishedInterview.consentDayInvalid'
> {
  const consent = { ...typed, givenBy: oneLine(typed.givenBy), means: oneLine(typed.means) };
  if (consent.givenBy === '' || consent.means === '') return fail('publishedInterview.consentIncomplete');
  if (consent.givenBy.length > NAME_MAX || consent.means.length > MEANS_MAX)
    return fail('publishedInterview.tooLong');
  if (!isDay(consent.givenOn) || consent.givenOn > today) return fail('publishedInterview.consentDayInvalid');
  return ok(consent);
}

/** A dated line about the consent to an interview: given for one exact text, or taken back. */
export interface ConsentLine extends ConsentFields {
  /** From 1, within its interview. */
  readonly rank: number;
  readonly isGiven: boolean;
  /** The fingerprint of the text that it is about. */
  readonly sha256: string;
  /** Who was said to be interviewed then. */
  readonly presented: InterviewFields;
  readonly at: Date;
}

/** How the consent stands: only `given` lets the interview be published. */
export type ConsentStanding = 'none' | 'given' | 'outdated' | 'withdrawn';

/** [IV2] [IV3] How the consent stands for this text and these fields: the last line counts. */
export function standConsent(
  lines: readonly ConsentLine[],
  { sha256, fields }: { readonly sha256: string; readonly fields: InterviewFields },
): ConsentStanding {
  const last = lines.toSorted((a, b) => a.rank - b.rank).at(-1);
  if (!last) return 'none';
  if (!last.isGiven) return 'withdrawn';
  const isSame = last.sha256 === sha256 && canonicalJson(last.presented) === canonicalJson(fields);
  return isSame ? 'given' : 'outdated';
}

import { isDay } from '../../kernel/day/days.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseTitle } from '../../kernel/title.ts';
import { parseWebUrl } from '../../library/dataset/dataset.ts';
import type { ThemeKey } from '../../people/group/theme.ts';
import type { LocalIssueError } from './local-issue-errors.ts';

type Faults<Field extends string> = Partial<Record<Field, LocalIssueError>>;

const TEXT_MAX = 10_000;
const SHORT_MAX = 200;

/** What a form sends of a challenge. */
export interface TypedIssue {
  readonly title: string;
  readonly context: string;
  readonly theme: string;
  /** Empty for one of the programme. */
  readonly city: string;
}
export interface IssueFields {
  readonly title: string;
  readonly context: string;
  readonly themeId: string;
  readonly organisationId: string | null;
}

/** [LI1] Reads what a form says of a challenge. */
export function parseIssue(
  typed: TypedIssue,
): { readonly fields: IssueFields } | { readonly faults: Faults<keyof TypedIssue> } {
  const title = parseTitle(typed.title);
  const faults: Faults<keyof TypedIssue> = {};
  if (!title.ok) faults.title = 'localIssue.titleInvalid';
  if (typed.context.length > TEXT_MAX) faults.context = 'localIssue.textTooLong';
  if (typed.theme === '') faults.theme = 'localIssue.themeMissing';
  if (!title.ok || Object.keys(faults).length > 0) return { faults };
  const { theme: themeId, city } = typed;
  return {
    fields: { title: title.value, context: typed.context.trim(), themeId, organisationId: city || null },
  };
}

/** What is said of an interview. */
export interface InterviewFields {
  readonly personName: string;
  readonly personFunction: string;
  readonly personOrganisation: string;
  readonly metOn: string;
  readonly notes: string;
}
/** The same as a form sends it. */
export interface TypedInterview extends InterviewFields {
  /** How consent was given; wanted when it was. */
  readonly consentNote: string;
  readonly hasConsent: boolean;
}

/** [LI2] [LI3] Reads what a form says of an interview; `consent` is how it was given, null when it was not. */
export function parseInterview(
  typed: TypedInterview,
):
  | { readonly fields: InterviewFields; readonly consent: string | null }
  | { readonly faults: Faults<keyof TypedInterview> } {
  const text = (field: keyof InterviewFields) => typed[field].trim();
  const consent = typed.consentNote.trim();
  const faults: Faults<keyof TypedInterview> = {};
  for (const field of ['personName', 'personFunction', 'personOrganisation'] as const)
    if (text(field).length > SHORT_MAX) faults[field] = 'localIssue.textTooLong';
  if (text('personName') === '') faults.personName = 'localIssue.personMissing';
  if (!isDay(text('metOn'))) faults.metOn = 'localIssue.dayInvalid';
  if (text('notes') === '') faults.notes = 'localIssue.notesMissing';
  if (text('notes').length > TEXT_MAX) faults.notes = 'localIssue.textTooLong';
  if (consent.length > SHORT_MAX) faults.consentNote = 'localIssue.textTooLong';
  if (typed.hasConsent && consent === '') faults.consentNote = 'localIssue.consentNoteMissing';
  if (Object.keys(faults).length > 0) return { faults };
  return {
    fields: {
      personName: text('personName'),
      personFunction: text('personFunction'),
      personOrganisation: text('personOrganisation'),
      metOn: text('metOn'),
      notes: text('notes'),
    },
    consent: typed.hasConsent ? consent : null,
  };
}

/** [LI2] Somebody was met on a day that is past. */
export const checkMetOn = (metOn: string, today: string): Result<void, 'localIssue.dayInFuture'> =>
  metOn > today ? fail('localIssue.dayInFuture') : ok();

/** What is said of a watch note. */
export interface TypedNote {
  readonly title: string;
  readonly url: string;
  readonly says: string;
}

/** [LI2] Reads what a form says of a watch note. */
export function parseNote(
  typed: TypedNote,
): { readonly fields: TypedNote } | { readonly faults: Faults<keyof TypedNote> } {
  const title = parseTitle(typed.title);
  const url = parseWebUrl(typed.url);
  const says = typed.says.trim();
  const faults: Faults<keyof TypedNote> = {};
  if (!title.ok) faults.title = 'localIssue.titleInvalid';
  if (!url) faults.url = 'localIssue.urlInvalid';
  if (says === '') faults.says = 'localIssue.saysMissing';
  if (says.length > TEXT_MAX) faults.says = 'localIssue.textTooLong';
  if (!title.ok || !url || Object.keys(faults).length > 0) return { faults };
  return { fields: { title: title.value, url, says } };
}

/** A challenge as lists show it. */
export interface ListedIssue {
  readonly id: string;
  readonly title: string;
  readonly theme: { readonly key: ThemeKey; readonly name: string };
  readonly city: string | null;
  readonly sharedBy: number;
  readonly experiments: number;
}

/** [LI4] Where a challenge comes from, as this reader may know it. */
export type IssueSource = {
  readonly id: string;
  readonly quotation: string;
  /** [LI3] Only the city sees the quotation for now. */
  readonly isCityOnly: boolean;
} & (
  | {
      readonly kind: 'interview';
      /** Null for those who may only know that there is one. */
      readonly person: { readonly name: string; readonly said: string; readonly metOn: string } | null;
    }
  | { readonly kind: 'note'; readonly title: string; readonly url: string; readonly says: string }
);

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A challenge as its page shows it. */
export interface IssueForMember {
  readonly id: string;
  readonly title: string;
  readonly context: string;
  readonly theme: { readonly id: string; readonly key: ThemeKey; readonly name: string };
  readonly city: Named | null;
  readonly updatedAt: Date;
  readonly mayWrite: boolean;
  readonly sharing: readonly Named[];
  readonly sources: readonly IssueSource[];
  readonly experiments: readonly { readonly id: string; readonly title: string }[];
}

/** [LI2] What a city heard and read, for those who may read it. */
export interface Heard {
  readonly interviews: readonly (InterviewFields & {
    readonly id: string;
    readonly hasConsent: boolean;
    readonly organisationId: string;
    readonly city: string;
  })[];
  readonly notes: readonly (TypedNote & {
    readonly id: string;
    readonly organisationId: string;
    readonly city: string;
  })[];
  /** For which cities this person writes. */
  readonly writable: readonly Named[];
  /** [LI8] What of them is in the trash. */
  readonly trashed: readonly {
    readonly kind: 'interview' | 'note';
    readonly id: string;
    readonly title: string;
  }[];
}

import { isDay } from '../../kernel/day/days.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseTitle } from '../../kernel/title.ts';
import type { ResourceError } from './resource-errors.ts';

/** [RS1] What a resource is for whoever looks for one. */
export const RESOURCE_KINDS = ['method', 'tool', 'text', 'template', 'dataset', 'recording', 'link'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** [RS1] The closed list of licences. */
export const LICENCES = ['etalab-2.0', 'odbl-1.0', 'cc-by-sa-4.0', 'other', 'unknown'] as const;
export type Licence = (typeof LICENCES)[number];

export const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'other'] as const;
export type Language = (typeof LANGUAGES)[number];

export const DESCRIPTION_MAX = 4_000;
export const PRODUCER_MAX = 200;
export const NOTE_MAX = 300;
const ADDRESS_MAX = 2_000;

/** What is said of a resource. */
export interface ResourceFacts {
  readonly title: string;
  readonly kind: ResourceKind;
  readonly description: string;
  /** Who made it: an organisation or a person, as a sentence would name them. */
  readonly producer: string;
  readonly licence: Licence;
  readonly language: Language;
  /** The day (ISO) that the content is of; null when nobody knows. */
  readonly contentOn: string | null;
  /** The day from which somebody should look whether it still holds. */
  readonly reviewOn: string | null;
}

/** The same as people type it. */
export type TypedResource = { readonly [field in keyof ResourceFacts]: string };

type FieldErrors = Readonly<
  Partial<Record<keyof ResourceFacts, ResourceError | 'title.empty' | 'title.tooLong'>>
>;

/** [RS1] What was typed, field by field: the facts, or every field that is at fault. */
export function parseResource(
  typed: TypedResource,
):
  | { readonly ok: true; readonly value: ResourceFacts }
  | { readonly ok: false; readonly errors: FieldErrors } {
  const title = parseTitle(typed.title);
  const kind = RESOURCE_KINDS.find((known) => known === typed.kind);
  const licence = LICENCES.find((known) => known === typed.licence);
  const language = LANGUAGES.find((known) => known === typed.language);
  const producer = typed.producer.replaceAll(/\s+/g, ' ').trim();
  const description = typed.description.replaceAll('\r\n', '\n').trim();
  const [contentOn, reviewOn] = [readDay(typed.contentOn), readDay(typed.reviewOn)];
  const errors: { -readonly [field in keyof FieldErrors]: FieldErrors[field] } = {};
  if (!title.ok) errors.title = title.error;
  if (!kind) errors.kind = 'resource.kindInvalid';
  if (description.length > DESCRIPTION_MAX) errors.description = 'resource.descriptionTooLong';
  if (producer === '') errors.producer = 'resource.producerEmpty';
  if (producer.length > PRODUCER_MAX) errors.producer = 'resource.producerTooLong';
  if (!licence) errors.licence = 'resource.licenceInvalid';
  if (!language) errors.language = 'resource.languageInvalid';
  if (contentOn === undefined) errors.contentOn = 'resource.dateInvalid';
  if (reviewOn === undefined) errors.reviewOn = 'resource.dateInvalid';
  else if (contentOn && reviewOn && reviewOn <= contentOn) errors.reviewOn = 'resource.reviewTooEarly';
  if (!title.ok || !kind || !licence || !language || contentOn === undefined || reviewOn === undefined)
    return { ok: false, errors };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const value = { title: title.value, kind, description, producer, licence, language, contentOn, reviewOn };
  return { ok: true, value };
}

/** A day of the calendar as ISO; null for nothing, undefined for what is no day. */
function readDay(typed: string): string | null | undefined {
  const day = typed.trim();
  if (day === '') return null;
  return isDay(day) ? day : undefined;
}

/** [RS2] The address of a link: of the web, whole, without a password in it. Refused: 'resource.addressInvalid'. */
export function parseAddress(typed: string): Result<string, ResourceError> {
  const text = typed.trim();
  const url = text.length <= ADDRESS_MAX ? URL.parse(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    return fail('resource.addressInvalid');
  return ok(url.href);
}

/** What a new version says of itself. Refused: 'resource.noteTooLong'. */
export function parseNote(typed: string): Result<string, ResourceError> {
  const note = typed.replaceAll(/\s+/g, ' ').trim();
  return note.length > NOTE_MAX ? fail('resource.noteTooLong') : ok(note);
}

/** [RS3] Whether the day to look at it again has come (`today`, ISO). */
export function isToReview({ reviewOn }: Pick<ResourceFacts, 'reviewOn'>, today: string): boolean {
  return reviewOn !== null && reviewOn <= today;
}

/** [RS11] How a received file stands with the scanner; `none` where there was no scanner when it came. */
export const SCANS = ['none', 'waiting', 'clean', 'infected'] as const;
export type Scan = (typeof SCANS)[number];

/** [RS14] Why the words of a file are not known: it wants a password, is damaged, or takes more than its share to read. */
export type ReadingFault = 'encrypted' | 'damaged' | 'tooHeavy';

/** [RS11] Only what was found clean, or came where nothing is scanned, leaves the server. */
export function isServed({ scan }: { readonly scan: Scan }): boolean {
  return scan === 'clean' || scan === 'none';
}

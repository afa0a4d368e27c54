import type { CallFormError } from '../call/call-errors.ts';
import { FIELD_KINDS, FIELD_PURPOSES, type FormField } from './form.ts';
import { kindsLike, newKeyOf } from './form-edits.ts';

/** What the editor sends of one field. What its kind does not have is empty. */
export interface TypedField {
  readonly label: string;
  readonly help: string;
  readonly kind: string;
  readonly required: string;
  readonly min: string;
  readonly max: string;
  /** One a line. */
  readonly choices: string;
  /** Endings of names, apart by commas or spaces. */
  readonly formats: string;
  readonly onlyIf: string;
  /** Rank, from 1. */
  readonly criterion: string;
  /** [CA15] What is done with the answer; empty for nothing of its own. */
  readonly purpose: string;
  /** [CA16] `selected`, or empty for everybody. */
  readonly askedOf: string;
}

/** What may be wrong with a field as the editor sends it. */
export type FieldError = Exclude<
  CallFormError,
  'callForm.nothingChanged' | 'callForm.notFound' | 'callForm.cannotSave' | 'callForm.full'
>;
type FieldFaults = Readonly<Partial<Record<keyof TypedField, FieldError>>>;

/** Which settings a kind has besides label, help and required. */
export function settingsOf(kind: FormField['kind']): {
  readonly bounds: 'characters' | 'value' | 'months' | 'lines' | 'size' | null;
  readonly hasChoices: boolean;
  readonly hasFormats: boolean;
  /** It is answered by yes or no, which may be asked for a purpose. */
  readonly hasPurpose: boolean;
} {
  const bounds =
    kind === 'text' || kind === 'longText'
      ? 'characters'
      : kind === 'number'
        ? 'value'
        : kind === 'period'
          ? 'months'
          : kind === 'rows'
            ? 'lines'
            : kind === 'file'
              ? 'size'
              : null;
  return {
    bounds,
    hasChoices: kind === 'choice' || kind === 'choices',
    hasFormats: kind === 'file',
    hasPurpose: kind === 'yesNo' || kind === 'commitment',
  };
}

const CHOICES_MAX = 100;

/** [CA7] A field as the editor sends it: everything that is wrong, by control, or what the field becomes. */
export function parseField(
  before: FormField,
  typed: TypedField,
): { readonly field: FormField } | { readonly faults: FieldFaults } {
  const faults: Partial<Record<keyof TypedField, FieldError>> = {};
  const label = typed.label.replace(/\s+/gu, ' ').trim();
  const help = typed.help.trim();
  const kind = kindsLike(before.kind).find((known) => known === typed.kind) ?? before.kind;
  if (typed.kind !== '' && !FIELD_KINDS.some((known) => known === typed.kind))
    faults.kind = 'callForm.kindInvalid';
  if (label === '' || label.length > 300) faults.label = 'callForm.labelInvalid';
  if (help.length > 1_000) faults.help = 'callForm.helpTooLong';
  const { bounds, hasChoices, hasFormats, hasPurpose } = settingsOf(kind);
  const min = bounds && bounds !== 'size' ? boundOf(typed.min, bounds === 'value') : undefined;
  const max = bounds ? boundOf(typed.max, bounds === 'value') : undefined;
  if (min === null) faults.min = 'callForm.boundInvalid';
  if (max === null || (bounds === 'lines' && max === 0)) faults.max = 'callForm.boundInvalid';
  if (min && max && min > max) faults.max = 'callForm.boundsReversed';
  const choices = hasChoices ? choicesOf(before, typed.choices) : before.choices;
  if (typeof choices === 'string') faults.choices = choices;
  const formats = hasFormats
    ? typed.formats
        .toLowerCase()
        .split(/[\s,;.]+/)
        .filter(Boolean)
    : [];
  if (formats.some((ending) => !/^[a-z0-9]{1,8}$/.test(ending)) || formats.length > 20)
    faults.formats = 'callForm.formatsInvalid';
  const onlyIf = typed.onlyIf || undefined;
  if (onlyIf === before.key) faults.onlyIf = 'callForm.conditionInvalid';
  const criterion = typed.criterion === '' ? undefined : Number(typed.criterion);
  if (criterion !== undefined && !(Number.isInteger(criterion) && criterion >= 1 && criterion <= 20))
    faults.criterion = 'callForm.criterionInvalid';
  const purpose = FIELD_PURPOSES.find((known) => hasPurpose && known === typed.purpose);
  if (hasPurpose && typed.purpose !== '' && !purpose) faults.purpose = 'callForm.purposeInvalid';
  if (typed.askedOf !== '' && typed.askedOf !== 'selected') faults.askedOf = 'callForm.momentInvalid';
  if (Object.keys(faults).length > 0 || typeof choices === 'string') return { faults };
  const { min: _, max: __, onlyIf: ___, criterion: ____, purpose: _____, askedOf: ______, ...kept } = before;
  return {
    field: {
      ...kept,
      label,
      help,
      kind,
      isRequired: typed.required !== '',
      choices,
      formats,
      ...(typeof min === 'number' && { min }),
      ...(typeof max === 'number' && { max }),
      ...(onlyIf !== undefined && { onlyIf }),
      ...(criterion !== undefined && { criterion }),
      ...(purpose !== undefined && { purpose }),
      ...(typed.askedOf === 'selected' && { askedOf: typed.askedOf }),
    },
  };
}

/** Undefined when nothing is typed, null when it is no bound. */
function boundOf(typed: string, isValue: boolean): number | undefined | null {
  const text = typed.replace(/\s/g, '').replace(',', '.');
  if (text === '') return undefined;
  const isRight = isValue ? /^-?\d{1,9}(?:\.\d{1,3})?$/.test(text) : /^\d{1,6}$/.test(text);
  return isRight ? Number(text) : null;
}

/** A line that was there keeps its key, so that answers stay; a line that only was reworded too. */
function choicesOf(before: FormField, typed: string): FormField['choices'] | FieldError {
  const labels = typed
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
  if (labels.length === 0) return 'callForm.choicesMissing';
  if (labels.length > CHOICES_MAX) return 'callForm.choicesTooMany';
  if (labels.some((label) => label.length > 300)) return 'callForm.choiceTooLong';
  if (new Set(labels.map((label) => label.toLowerCase())).size < labels.length) return 'callForm.choiceTwice';
  const kept = before.choices.filter(({ label }) => labels.includes(label));
  const gone = before.choices.filter(({ label }) => !labels.includes(label));
  const taken = new Set(before.choices.map(({ key }) => key));
  const isReworded = labels.length === before.choices.length;
  return labels.map((label, at) => {
    const same = kept.find((choice) => choice.label === label);
    if (same) return same;
    const reworded = isReworded ? gone.find((choice) => choice === before.choices[at]) : undefined;
    const key = reworded?.key ?? newKeyOf(label, taken);
    taken.add(key);
    return { key, label };
  });
}

/** A field as its form shows it. */
export function typedFieldOf(field: FormField): TypedField {
  const number = (bound: number | undefined) => (bound === undefined ? '' : String(bound).replace('.', ','));
  return {
    label: field.label,
    help: field.help,
    kind: field.kind,
    required: field.isRequired ? 'oui' : '',
    min: number(field.min),
    max: number(field.max),
    choices: field.choices.map(({ label }) => label).join('\n'),
    formats: field.formats.join(', '),
    onlyIf: field.onlyIf ?? '',
    criterion: field.criterion === undefined ? '' : String(field.criterion),
    purpose: field.purpose ?? '',
    askedOf: field.askedOf ?? '',
  };
}

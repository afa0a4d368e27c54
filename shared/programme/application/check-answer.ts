import { isDay } from '../../kernel/day/days.ts';
import { parseWebUrl } from '../../library/dataset/dataset.ts';
import { isSiret } from '../../library/dataset/french-identifiers.ts';
import { askedFields, isAsked, isBlank, isRecord, rowsOf, subfieldsOf } from './answers.ts';
import type { Answers, Form, FormField, SimpleField } from './form.ts';
import type { AnswerError } from './form-errors.ts';
import { periodFault, periodOf } from './period.ts';
import type { FormWorld } from './world.ts';

/** One thing that is wrong with an answer. */
export interface AnswerFault {
  readonly code: AnswerError;
  /** The bound that was crossed. */
  readonly limit?: number;
  /** Inside a block: the line and its field. */
  readonly rowId?: string;
  readonly inner?: string;
}

type Faults = readonly AnswerFault[];

/**
 * [CA9] What is wrong with what was said; nothing is wrong with what was not said yet, `checkAnswers` asks for it. Total: an
 * answer of another shape than its field's is 'answer.unreadable', as after a change of the form.
 */
export function checkAnswer(field: FormField | SimpleField, answer: unknown, world: FormWorld): Faults {
  if (isBlank(field, answer)) return [];
  switch (field.kind) {
    case 'text':
    case 'longText':
      return typeof answer === 'string' ? lengthFaults(field, answer.trim()) : fault('answer.unreadable');
    case 'choices':
      if (!Array.isArray(answer)) return fault('answer.unreadable');
      return answer.every((key) => isChoice(field, key)) ? [] : fault('answer.choiceUnknown');
    case 'yesNo':
    case 'commitment':
      return typeof answer === 'boolean' ? [] : fault('answer.unreadable');
    case 'number':
      return numberFaults(field, answer);
    case 'period':
      return periodFaults(field, answer);
    case 'file':
      return fileFaults(field, answer);
    case 'rows':
      return Array.isArray(answer) ? rowFaults(field, answer, world) : fault('answer.unreadable');
    default:
      return typeof answer === 'string'
        ? tokenFaults(field, answer.trim(), world)
        : fault('answer.unreadable');
  }
}

/** [CA9] Everything that keeps answers from being complete and right, by key of field: what is required and missing too. */
export function checkAnswers(
  form: Form,
  answers: Answers,
  world: FormWorld,
): readonly (AnswerFault & { readonly field: string })[] {
  return askedFields(form, answers).flatMap((field) => {
    const answer = answers[field.key];
    const isMissing = field.isRequired && isBlank(field, answer);
    const faults: Faults = isMissing ? fault('answer.missing') : checkAnswer(field, answer, world);
    return faults.map((found) => ({ ...found, field: field.key }));
  });
}

const fault = (code: AnswerError, limit?: number): Faults => [
  { code, ...(limit !== undefined && { limit }) },
];

const isChoice = (field: SimpleField, given: unknown) => field.choices.some(({ key }) => key === given);

/** Characters as people count them: one for a letter and its accent, or for an emoji. */
const lengthOf = (text: string) => [...text.normalize('NFC')].length;

function lengthFaults({ min, max }: SimpleField, text: string): Faults {
  if (max !== undefined && lengthOf(text) > max) return fault('answer.tooLong', max);
  return min !== undefined && lengthOf(text) < min ? fault('answer.tooShort', min) : [];
}

function numberFaults({ min, max }: SimpleField, answer: unknown): Faults {
  const value = numberOf(answer);
  if (value === null) return fault('answer.numberInvalid');
  if (min !== undefined && value < min) return fault('answer.tooSmall', min);
  return max !== undefined && value > max ? fault('answer.tooLarge', max) : [];
}

/** A number as people type it, `2,5` or `1 200`; null when it is none. */
export function numberOf(answer: unknown): number | null {
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : null;
  if (typeof answer !== 'string') return null;
  const text = answer.replace(/\s/g, '').replace(',', '.');
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

function periodFaults(field: SimpleField, answer: unknown): Faults {
  const period = periodOf(answer);
  if (!period) return fault('answer.dateInvalid');
  if (period.from > period.to) return fault('answer.periodReversed');
  const found = periodFault(period, field);
  if (found === 'tooShort') return fault('answer.periodTooShort', field.min);
  return found === 'tooLong' ? fault('answer.periodTooLong', field.max) : [];
}

const MEBIBYTE = 1024 * 1024;

function fileFaults({ formats, max }: SimpleField, answer: unknown): Faults {
  if (!isRecord(answer) || typeof answer.fileId !== 'string' || typeof answer.name !== 'string')
    return fault('answer.unreadable');
  const ending = answer.name.split('.').at(-1)?.toLowerCase() ?? '';
  if (formats.length > 0 && !formats.includes(ending)) return fault('answer.fileFormat');
  return max !== undefined && Number(answer.size) > max * MEBIBYTE ? fault('answer.fileTooLarge', max) : [];
}

function tokenFaults(field: SimpleField, text: string, world: FormWorld): Faults {
  const known = (isKnown: boolean, code: AnswerError) => (isKnown ? [] : fault(code));
  switch (field.kind) {
    case 'email':
      return known(
        /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text) && text.length <= 254,
        'answer.emailInvalid',
      );
    case 'phone':
      return known(/^(?:\+\d{1,3}|0)\d{6,13}$/.test(text.replace(/[\s.()-]/g, '')), 'answer.phoneInvalid');
    case 'url':
      return known(parseWebUrl(text) !== null, 'answer.urlInvalid');
    case 'date':
      return known(isDay(text), 'answer.dateInvalid');
    case 'choice':
      return known(isChoice(field, text), 'answer.choiceUnknown');
    case 'siret':
      return known(isSiret(text.replace(/\s/g, '')), 'answer.siretInvalid');
    case 'municipality':
      return known(
        world.municipalities.some(({ code }) => code === text),
        'answer.municipalityUnknown',
      );
    case 'agreement':
      return known(
        world.agreements.some(({ id }) => id === text),
        'answer.agreementUnknown',
      );
    case 'intermunicipality':
      return known(
        world.intermunicipalities.some(({ siren }) => siren === text),
        'answer.intermunicipalityUnknown',
      );
    default:
      return [];
  }
}

function rowFaults(field: FormField | SimpleField, answer: readonly unknown[], world: FormWorld): Faults {
  const inner = subfieldsOf(field);
  const rows = rowsOf(answer).filter((row) => inner.some((cell) => !isBlank(cell, row[cell.key])));
  const faults = rows.flatMap((row) =>
    inner
      .filter((cell) => isAsked(cell, inner, row))
      .flatMap((cell) => {
        const found: Faults =
          cell.isRequired && isBlank(cell, row[cell.key])
            ? fault('answer.missing')
            : checkAnswer(cell, row[cell.key], world);
        return found.map((one) => ({ ...one, rowId: String(row.id), inner: cell.key }));
      }),
  );
  if (field.min !== undefined && rows.length < field.min)
    return [...fault('answer.tooFewRows', field.min), ...faults];
  if (field.max !== undefined && rows.length > field.max)
    return [...fault('answer.tooManyRows', field.max), ...faults];
  return faults;
}

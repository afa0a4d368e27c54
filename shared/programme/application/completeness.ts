import { askedFields, isBlank, rowsOf, subfieldsOf } from './answers.ts';
import type { Answers, Form, FormField } from './form.ts';

/** How far a section is. Fields that these answers do not ask for count for nothing. */
interface SectionProgress {
  readonly key: string;
  readonly title: string;
  /** Fields that must be answered, and how many of them are. */
  readonly required: number;
  readonly answered: number;
  /** Fields that may be left empty, and how many of them are not. */
  readonly optional: number;
  readonly optionalAnswered: number;
}

export interface Completeness {
  readonly sections: readonly SectionProgress[];
  readonly required: number;
  readonly answered: number;
  readonly isComplete: boolean;
}

/** [CA8] What is answered of what is asked, by section; `whole` is the form that these are questions of, on which they may hang. */
export function completeness(form: Form, answers: Answers, whole = form): Completeness {
  const asked = new Set(askedFields(whole, answers).map(({ key }) => key));
  const sections = form.sections.map(({ key, title, fields }) => {
    const shown = fields.filter((field) => asked.has(field.key));
    const [required, optional] = [true, false].map((must) => shown.filter((f) => f.isRequired === must));
    return {
      key,
      title,
      required: required?.length ?? 0,
      answered: required?.filter((field) => isFull(field, answers)).length ?? 0,
      optional: optional?.length ?? 0,
      optionalAnswered: optional?.filter((field) => !isBlank(field, answers[field.key])).length ?? 0,
    };
  });
  const sum = (of: 'required' | 'answered') => sections.reduce((total, section) => total + section[of], 0);
  const [required, answered] = [sum('required'), sum('answered')];
  return { sections, required, answered, isComplete: answered === required };
}

/** Per cent of what must be answered; all of it where nothing must. */
export function percentOf({ required, answered }: Pick<Completeness, 'required' | 'answered'>): number {
  return required === 0 ? 100 : Math.floor((answered * 100) / required);
}

/** A block is answered when it has its lines, and each of them what it must have. */
function isFull(field: FormField, answers: Answers): boolean {
  const answer = answers[field.key];
  if (isBlank(field, answer)) return false;
  if (field.kind !== 'rows') return true;
  const rows = rowsOf(answer).filter((row) =>
    subfieldsOf(field).some((cell) => !isBlank(cell, row[cell.key])),
  );
  const isEnough = rows.length >= (field.min ?? 1);
  return (
    isEnough &&
    rows.every((row) =>
      subfieldsOf(field).every((cell) => !cell.isRequired || cell.onlyIf || !isBlank(cell, row[cell.key])),
    )
  );
}

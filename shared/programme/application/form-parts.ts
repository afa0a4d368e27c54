import { fieldsOf } from './answers.ts';
import type { Answers, Form, FormField } from './form.ts';

/** The form of some of its questions, without the sections that are left with none. */
export function narrowed(form: Form, isKept: (field: FormField) => boolean): Form {
  const sections = form.sections.map((section) => ({ ...section, fields: section.fields.filter(isKept) }));
  return { ...form, sections: sections.filter(({ fields }) => fields.length > 0) };
}

const isOfDeposit = ({ askedOf }: FormField) => askedOf === undefined;

/** [CA16] What is asked of everybody, and read by assessors; a form that asks nothing later is itself. */
export function depositForm(form: Form): Form {
  return fieldsOf(form).every(isOfDeposit) ? form : narrowed(form, isOfDeposit);
}

/** [CA16] What is asked of those who are selected. */
export function complementForm(form: Form): Form {
  return narrowed(form, (field) => !isOfDeposit(field));
}

/** Keys of the questions of a form. */
export function keysAsked(form: Form): readonly string[] {
  return fieldsOf(form).map(({ key }) => key);
}

/** [AP15] Of what is written, the answers that are asked of those who are selected. */
export function complementOf(form: Form, written: Answers): Answers {
  const keys = new Set(keysAsked(complementForm(form)));
  return Object.fromEntries(Object.entries(written).filter(([key]) => keys.has(key)));
}

/** [AP15] What was submitted, as it was, with what is written since for those who are selected: the room says nothing of the rest. */
export function withComplement(form: Form, submitted: Answers, written: Answers): Answers {
  return { ...submitted, ...complementOf(form, written) };
}

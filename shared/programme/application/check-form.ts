import { fieldsOf } from './answers.ts';
import type { Form, FormField } from './form.ts';
import { depositForm } from './form-parts.ts';

export type FormFaultCode =
  | 'empty'
  | 'tooMany'
  | 'sectionEmpty'
  | 'choicesMissing'
  | 'blockEmpty'
  | 'conditionMissing'
  | 'conditionNotYesNo'
  | 'conditionLater'
  | 'depositEmpty'
  | 'criterionMissing';

/** Why a form cannot be saved as a version. */
export interface FormFault {
  readonly code: FormFaultCode;
  /** The section or field it is about, by the name that people see. */
  readonly name: string;
  /** The field to go to. */
  readonly field?: string;
}

/** Questions of a form, those of blocks included: more than anybody answers. */
export const FORM_FIELDS_MAX = 200;

/** [CA7] What keeps a form from being a version that people can answer. */
export function checkForm(form: Form, criteria: number): readonly FormFault[] {
  const all = fieldsOf(form);
  if (all.length === 0) return [{ code: 'empty', name: '' }];
  const faults: FormFault[] = [];
  if (all.every(({ askedOf }) => askedOf)) faults.push({ code: 'depositEmpty', name: '' });
  if (countFields(form) > FORM_FIELDS_MAX) faults.push({ code: 'tooMany', name: '' });
  for (const { title, fields } of form.sections)
    if (fields.length === 0) faults.push({ code: 'sectionEmpty', name: title });
  for (const field of all) {
    faults.push(...fieldFaults(field, all, criteria));
    for (const inner of field.fields)
      if (isChoice(inner.kind) && inner.choices.length === 0)
        faults.push({ code: 'choicesMissing', name: `${field.label} › ${inner.label}`, field: field.key });
  }
  return faults;
}

export function countFields(form: Form): number {
  return fieldsOf(form).reduce((sum, { fields }) => sum + 1 + fields.length, 0);
}

const isChoice = (kind: FormField['kind']) => kind === 'choice' || kind === 'choices';

function fieldFaults(field: FormField, all: readonly FormField[], criteria: number): FormFault[] {
  const found = { name: field.label, field: field.key };
  const faults: FormFault[] = [];
  if (isChoice(field.kind) && field.choices.length === 0) faults.push({ ...found, code: 'choicesMissing' });
  if (field.kind === 'rows' && field.fields.length === 0) faults.push({ ...found, code: 'blockEmpty' });
  if (field.criterion !== undefined && field.criterion > criteria)
    faults.push({ ...found, code: 'criterionMissing' });
  if (field.onlyIf === undefined) return faults;
  const condition = all.find(({ key }) => key === field.onlyIf);
  if (!condition) faults.push({ ...found, code: 'conditionMissing' });
  else if (!isCondition(condition) || condition.key === field.key)
    faults.push({ ...found, code: 'conditionNotYesNo' });
  else if (condition.askedOf && !field.askedOf) faults.push({ ...found, code: 'conditionLater' });
  return faults;
}

/** What another field may hang on. */
export function isCondition({ kind }: Pick<FormField, 'kind'>): boolean {
  return kind === 'yesNo' || kind === 'commitment';
}

/** Questions that a form asks of everybody, blocks counting for one, how many of them must be answered, and how many more are asked of those who are selected [CA16]. */
export function askedFieldCount(form: Form) {
  const all = fieldsOf(form);
  const first = fieldsOf(depositForm(form));
  return {
    fields: first.length,
    required: first.filter(({ isRequired, onlyIf }) => isRequired && !onlyIf).length,
    selected: all.length - first.length,
  };
}

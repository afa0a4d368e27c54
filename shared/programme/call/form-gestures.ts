import { fail, failAll, ok, type Result } from '../../kernel/result.ts';
import { countFields, FORM_FIELDS_MAX } from '../application/check-form.ts';
import { type FieldError, parseField, type TypedField } from '../application/field-form.ts';
import type { FieldKind, Form } from '../application/form.ts';
import * as edits from '../application/form-edits.ts';

type Edited<E extends string> = Result<Form, 'callForm.notFound' | E>;
/** With the key of what is made. */
type Grown<E extends string> = Result<{ readonly form: Form; readonly key: string }, 'callForm.notFound' | E>;
type Taken = ReadonlySet<string>;

const SECTIONS_MAX = 30;
const SECTION_FIELDS_MAX = 60;
const BLOCK_FIELDS_MAX = 30;
const LABEL_MAX = 300;

/** The name of a section or a question. */
export function parseFormLabel(typed: string): Result<string, 'callForm.labelInvalid'> {
  const label = typed.replace(/\s+/gu, ' ').trim();
  return label === '' || label.length > LABEL_MAX ? fail('callForm.labelInvalid') : ok(label);
}

const sectionOf = (form: Form, section: string) => form.sections.find(({ key }) => key === section);

/** [CA7] What the editor does with the sections of a form. A key is one that no version ever had. */
export function withNewSection(form: Form, taken: Taken, label: string): Edited<'callForm.full'> {
  return form.sections.length < SECTIONS_MAX
    ? ok(edits.addSection(form, edits.newKeyOf(label, taken), label))
    : fail('callForm.full');
}

export function withSectionNamed(form: Form, section: string, label: string): Edited<never> {
  return sectionOf(form, section) ? ok(edits.renameSection(form, section, label)) : fail('callForm.notFound');
}

export function withSectionMoved(form: Form, section: string, direction: edits.Direction): Edited<never> {
  return sectionOf(form, section)
    ? ok(edits.moveSection(form, section, direction))
    : fail('callForm.notFound');
}

export function withoutSection(form: Form, section: string): Edited<never> {
  return sectionOf(form, section) ? ok(edits.removeSection(form, section)) : fail('callForm.notFound');
}

/** What is to be asked, and as what. */
interface NewQuestion {
  readonly label: string;
  readonly kind: FieldKind;
}

/** [CA7] A new question at the end of a section. */
export function withNewField(
  form: Form,
  taken: Taken,
  { section, label, kind }: NewQuestion & { section: string },
): Grown<'callForm.full'> {
  if (countFields(form) >= FORM_FIELDS_MAX) return fail('callForm.full');
  const into = sectionOf(form, section);
  if (!into) return fail('callForm.notFound');
  if (into.fields.length >= SECTION_FIELDS_MAX) return fail('callForm.full');
  const key = edits.newKeyOf(label, taken);
  return ok({ form: edits.addField(form, into.key, edits.blankField(key, label, kind)), key });
}

/** [CA7] A new question for each line of a block, which holds no block. */
export function withNewInner(
  form: Form,
  taken: Taken,
  { block, label, kind }: NewQuestion & { block: string },
): Grown<'callForm.full' | 'callForm.kindInvalid'> {
  if (countFields(form) >= FORM_FIELDS_MAX) return fail('callForm.full');
  const into = edits.findField(form, { key: block });
  if (into?.kind !== 'rows') return fail('callForm.notFound');
  if (kind === 'rows') return fail('callForm.kindInvalid');
  if (into.fields.length >= BLOCK_FIELDS_MAX) return fail('callForm.full');
  const key = edits.newKeyOf(label, taken);
  const { fields: _, ...inner } = edits.blankField(key, label, kind);
  return ok({ form: edits.addInnerField(form, into.key, inner), key });
}

export function withFieldMoved(
  form: Form,
  place: edits.FieldPlace,
  direction: edits.Direction,
): Edited<never> {
  return edits.findField(form, place)
    ? ok(edits.moveField(form, place, direction))
    : fail('callForm.notFound');
}

export function withoutField(form: Form, place: edits.FieldPlace): Edited<never> {
  return edits.findField(form, place) ? ok(edits.removeField(form, place)) : fail('callForm.notFound');
}

/** [CA7] A question as its form says it: everything that is wrong is refused at its control. */
export function withFieldChanged(form: Form, place: edits.FieldPlace, typed: TypedField): Edited<FieldError> {
  const before = edits.findField(form, place);
  if (!before) return fail('callForm.notFound');
  const parsed = parseField(before, typed);
  if ('field' in parsed) return ok(edits.changeField(form, place, parsed.field));
  const refused = failAll(parsed.faults);
  return refused.ok ? ok(form) : refused;
}

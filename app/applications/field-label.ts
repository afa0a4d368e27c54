import type { SimpleField } from '#shared/application/form.ts';
import { applicationForm as words } from '#shared/messages/fr/application-form.ts';

/** The name of a field, with what it must be told. */
export function fieldLabel({ label, isRequired }: Pick<SimpleField, 'label' | 'isRequired'>) {
  return isRequired ? label : words.optional(label);
}

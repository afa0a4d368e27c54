import type { Form } from './form.ts';

/** What takes time to gather, of what a form asks for: people who are named, and files. Labels, in the order of the form. */
export function toPrepare(form: Form): readonly string[] {
  const fields = form.sections.flatMap((section) => section.fields);
  return fields
    .filter(({ kind, isRequired, onlyIf }) => isRequired && !onlyIf && (kind === 'rows' || kind === 'file'))
    .map(({ label }) => label);
}

import { fieldsOf, rowsOf, subfieldsOf } from './answers.ts';
import type { Answers, FieldKind, Form } from './form.ts';

/** Communes and intermunicipalities that answers name: what checks must know of the world besides conventions. */
export function placesNamedIn(
  form: Form,
  answers: Answers,
): { readonly municipalityCodes: readonly string[]; readonly intermunicipalitySirens: readonly string[] } {
  const said = (kind: FieldKind) =>
    fieldsOf(form)
      .flatMap((field) => [
        ...(field.kind === kind ? [answers[field.key]] : []),
        ...subfieldsOf(field)
          .filter((cell) => cell.kind === kind)
          .flatMap(({ key }) => rowsOf(answers[field.key]).map((row) => row[key])),
      ])
      .filter((value) => typeof value === 'string');
  return { municipalityCodes: said('municipality'), intermunicipalitySirens: said('intermunicipality') };
}

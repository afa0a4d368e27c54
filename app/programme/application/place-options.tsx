import { inFrench } from '#shared/kernel/text/order.ts';
import { applicationForm as words } from '#shared/programme/application/application-form.fr.ts';
import type { SimpleField } from '#shared/programme/application/form.ts';
import { useFormContext } from './form-world.ts';

/** What one may choose in a list; what was chosen stays among it, whatever became of the list. */
export function Options({ field, chosen }: { field: SimpleField; chosen: string }) {
  const { world } = useFormContext();
  const options = optionsOf(field, world);
  const isKnown = chosen === '' || options.some(([key]) => key === chosen);
  return (
    <>
      {!isKnown && <option value={chosen}>{chosen}</option>}
      {options.map(([key, label]) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </>
  );
}

function optionsOf(
  field: SimpleField,
  { municipalities, agreements, intermunicipalities }: ReturnType<typeof useFormContext>['world'],
): readonly (readonly [string, string])[] {
  switch (field.kind) {
    case 'yesNo':
      return [
        ['true', words.yes],
        ['false', words.no],
      ];
    case 'municipality':
      return municipalities.map(({ code, name }) => [code, `${name} (${code})`] as const).sort(byLabel);
    case 'agreement':
      return agreements.map(({ id, name }) => [id, name] as const).sort(byLabel);
    case 'intermunicipality':
      return intermunicipalities.map(({ siren, name }) => [siren, name] as const).sort(byLabel);
    default:
      return field.choices.map(({ key, label }) => [key, label] as const);
  }
}

function byLabel([, one]: readonly [string, string], [, other]: readonly [string, string]): number {
  return inFrench(one, other);
}

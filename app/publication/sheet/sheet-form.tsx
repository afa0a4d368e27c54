import { Form } from 'react-router';
import { useCaseSheet as words } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import {
  DATA_USES,
  HOOK_MAX,
  SERVICE_KINDS,
  type SheetFields,
  SIZE_CLASSES,
} from '#shared/publication/sheet/use-case-sheet.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField } from '../../ui/field.tsx';

/** What the page’s action answered when it refused. */
export interface SheetRefusal {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}

/** [US2] What is said of a sheet beside its text. */
export function SheetForm({ fields, refused }: { fields: SheetFields; refused: SheetRefusal | undefined }) {
  const said = refused?.values.form === 'fields' ? refused : undefined;
  const typed = said?.values;
  return (
    <details className="plate" open={said !== undefined || fields.hook === ''}>
      <summary id="sheet-fields">{words.edit}</summary>
      <Form method="post" className="mt-4" noValidate>
        <input type="hidden" name="intent" value="fields" />
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        <TextAreaField
          label={words.hook}
          name="hook"
          required
          hint={words.hookHint}
          error={said?.errors.hook}
          defaultValue={typed?.hook ?? fields.hook}
          maxLength={HOOK_MAX}
          rows={3}
        />
        <SelectField
          label={words.serviceKind}
          name="serviceKind"
          defaultValue={typed?.serviceKind ?? fields.serviceKind ?? ''}
        >
          <option value="">{words.choose}</option>
          {optionsOf(SERVICE_KINDS, words.serviceKinds)}
        </SelectField>
        <fieldset className="mt-4">
          <legend className="font-semibold">{words.usesLabel}</legend>
          {DATA_USES.map((use) => (
            <label key={use} className="check">
              <input
                type="checkbox"
                name="uses"
                value={use}
                defaultChecked={typed?.uses?.split(' ').includes(use) ?? fields.uses.includes(use)}
              />
              <span>{words.uses[use]}</span>
            </label>
          ))}
        </fieldset>
        <SelectField
          label={words.sizeLabel}
          name="sizeClass"
          hint={words.sizeHint}
          defaultValue={typed?.sizeClass ?? fields.sizeClass ?? ''}
        >
          <option value="">{words.sizeAuto}</option>
          {optionsOf(SIZE_CLASSES, words.sizes)}
        </SelectField>
        <button className="btn primary mt-4" type="submit">
          {words.save}
        </button>
      </Form>
    </details>
  );
}

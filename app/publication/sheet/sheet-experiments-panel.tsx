import { Form, Link } from 'react-router';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { useCaseSheet as words } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/field.tsx';
import type { SheetRefusal } from './sheet-form.tsx';

interface Told {
  readonly id: string;
  readonly title: string;
}

interface SheetExperimentsPlateProps {
  readonly told: readonly Told[];
  /** Those that this person could add. */
  readonly addable: readonly Told[];
  readonly refused: SheetRefusal | undefined;
}

const CHOICE = 'sheet-experiment';

/** [US11] The experiments that a sheet tells, and the forms that add and remove one. */
export function SheetExperimentsPlate({ told, addable, refused }: SheetExperimentsPlateProps) {
  const { form } = refused?.values ?? {};
  const said = form === 'add' || form === 'remove' ? refused : undefined;
  return (
    <details className="plate" open={said !== undefined}>
      <summary id="sheet-experiments">{words.told.title}</summary>
      <p className="small muted mt-3">{words.told.lead}</p>
      <ErrorSummary
        title={words.refused}
        faults={faultsOf(said?.errors).map((fault) => ({ ...fault, field: fault.field && CHOICE }))}
        answer={said}
      />
      <ul className="ruled mt-3">
        {told.map((experiment) => (
          <li key={experiment.id} className="row">
            <Link to={programmePaths.experiment(experiment)}>{experiment.title}</Link>
            {told.length > 1 && (
              <Form method="post">
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="experiment" value={experiment.id} />
                <button
                  className="btn small"
                  type="submit"
                  aria-label={words.told.removeOf(experiment.title)}
                >
                  {words.told.remove}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {addable.length === 0 ? (
        <p className="small muted mt-3">{words.told.none}</p>
      ) : (
        <Form method="post" className="mt-4" noValidate>
          <input type="hidden" name="intent" value="add" />
          <SelectField
            label={words.told.add}
            name="experiment"
            required
            id={CHOICE}
            error={form === 'add' ? said?.errors.experiment : undefined}
            defaultValue={(form === 'add' && said?.values.experiment) || ''}
          >
            <option value="">{words.told.choose}</option>
            {namedOptions(addable)}
          </SelectField>
          <button className="btn mt-3" type="submit">
            {words.told.submit}
          </button>
        </Form>
      )}
    </details>
  );
}

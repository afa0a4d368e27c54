import { Form } from 'react-router';
import { meeting } from '#shared/meetings/meeting/meeting.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { ItemChoices, ShownItem } from './shown-item.ts';

const words = meeting.agenda;

/** A form of the page that was refused: which one, why, and what was typed. */
export interface ItemFormRefusal {
  /** `new`, or the id of the point. */
  readonly form: string;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}

interface ItemFormProps extends ItemChoices {
  /** Null for a new one. */
  readonly item: ShownItem | null;
  readonly refusal: ItemFormRefusal | undefined;
  readonly submit: string;
}

/** What a point says: its words, how long it takes, who carries it, what to read before. */
export function ItemForm({ item, people, documents, refusal, submit }: ItemFormProps) {
  const form = item?.id ?? 'new';
  const own = refusal?.form === form ? refusal : undefined;
  const { errors = {}, values = {} } = own ?? {};
  const idOf = (name: string) => `${name}-${form}`;
  const faults = faultsOf(errors).map((fault) => ({ ...fault, field: fault.field && idOf(fault.field) }));
  const chosen = new Set(item?.documents.map(({ id }) => id));
  return (
    <Form method="post" noValidate>
      <ErrorSummary title={words.faults} faults={faults} answer={own} />
      <input type="hidden" name="intent" value={item ? 'changeItem' : 'addItem'} />
      {item && <input type="hidden" name="item" value={item.id} />}
      <TextField
        label={words.itemTitle}
        name="title"
        required
        id={idOf('title')}
        error={errors.title}
        defaultValue={values.title ?? item?.title}
        autoComplete="off"
      />
      <TextField
        label={words.minutes}
        name="minutes"
        required
        id={idOf('minutes')}
        error={errors.minutes}
        defaultValue={values.minutes ?? item?.minutes ?? 15}
        type="number"
        inputMode="numeric"
        min={1}
        max={480}
      />
      <SelectField
        label={words.owner}
        name="owner"
        id={idOf('owner')}
        error={errors.owner}
        defaultValue={values.owner ?? item?.owner?.id ?? ''}
      >
        <option value="">{words.nobody}</option>
        {namedOptions(people)}
      </SelectField>
      {documents.length > 0 && (
        <details className="mt-4" open={chosen.size > 0}>
          <summary>
            {words.attach}
            {item && <span className="vh">{words.attachOf(item.title)}</span>}
            {chosen.size > 0 && <span className="muted"> · {words.attachCount(chosen.size)}</span>}
          </summary>
          <fieldset className="meeting-documents mt-2">
            <legend className="vh">{words.attach}</legend>
            {documents.map(({ id, title }) => (
              <label className="check" key={id}>
                <input type="checkbox" name="documents" value={id} defaultChecked={chosen.has(id)} />
                <span>{title}</span>
              </label>
            ))}
          </fieldset>
        </details>
      )}
      <button className="btn primary mt-4" type="submit">
        {submit}
      </button>
    </Form>
  );
}

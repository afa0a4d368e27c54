import { Form } from 'react-router';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import { experimentResult as words } from '#shared/programme/experiment/experiment-result.fr.ts';
import type { Indicator } from '#shared/programme/experiment/indicator.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { IndicatorFigure } from './indicator-figure.tsx';
import { type Refused, refusedOf } from './refused.ts';

interface IndicatorFormsProps {
  readonly indicator: Indicator;
  readonly today: string;
  readonly refused: Refused | undefined;
}

/** One indicator: its measures, one more, and taking it off. */
export function IndicatorForms({ indicator, today, refused }: IndicatorFormsProps) {
  const { id, name, unit, measures } = indicator;
  const said = refusedOf(refused, `measure ${id}`);
  return (
    <li className="card">
      <h3>{name}</h3>
      <IndicatorFigure
        indicator={indicator}
        gesture={(measure) => (
          <PostButton
            fields={{ intent: 'removeMeasure', indicatorId: id, measureId: measure.id }}
            className="btn quiet sm"
            label={words.removeMeasureOf(dayWords.long(measure.on), name)}
          >
            {words.remove}
          </PostButton>
        )}
      />
      <Form key={measures.length} method="post" className="mt-3" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        <input type="hidden" name="intent" value="measure" />
        <input type="hidden" name="indicatorId" value={id} />
        <div className="flex flex-wrap items-end gap-4 [&>.field+.field]:mt-0">
          <TextField
            label={words.day}
            name="on"
            id={`on-${id}`}
            type="date"
            error={said?.errors.on}
            defaultValue={said?.values.on ?? today}
            required
          />
          <TextField
            label={unit ? `${words.measure} (${unit})` : words.measure}
            name="value"
            id={`value-${id}`}
            inputMode="decimal"
            autoComplete="off"
            error={said?.errors.value}
            defaultValue={said?.values.value ?? ''}
            required
          />
          <button className="btn" type="submit" aria-label={`${words.addMeasure}, ${name}`}>
            {words.addMeasure}
          </button>
        </div>
      </Form>
      <PostButton
        fields={{ intent: 'remove', indicatorId: id }}
        className="btn quiet sm"
        formClassName="mt-3"
        label={words.removeOf(name)}
      >
        {words.remove}
      </PostButton>
    </li>
  );
}

/** One more indicator. */
export function NewIndicator({ refused }: { refused: Refused | undefined }) {
  const said = refusedOf(refused, 'add');
  return (
    <section className="plate mt-12" aria-labelledby="add">
      <h2 id="add" className="mb-4">
        {words.addIndicator}
      </h2>
      <Form method="post" className="max-w-3xl" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        <input type="hidden" name="intent" value="add" />
        <TextField
          label={words.name}
          name="name"
          error={said?.errors.name}
          defaultValue={said?.values.name ?? ''}
          required
        />
        <TextField
          label={words.unit}
          name="unit"
          hint={words.unitHint}
          defaultValue={said?.values.unit ?? ''}
        />
        <TextField
          label={words.targetField}
          name="target"
          inputMode="decimal"
          error={said?.errors.target}
          defaultValue={said?.values.target ?? ''}
        />
        <button className="btn mt-3" type="submit">
          {words.add}
        </button>
      </Form>
    </section>
  );
}

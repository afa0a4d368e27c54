import { Form } from 'react-router';
import type { SynthesisFigure } from '#shared/publication/synthesis/figures.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/field.tsx';
import type { SynthesisRefusal } from './synthesis-forms.tsx';

interface FigureFormProps {
  readonly figures: readonly SynthesisFigure[];
  readonly refused: SynthesisRefusal | undefined;
}

/** [SY10] Takes a table of the programme’s data into the chapter. */
export function FigureForm({ figures, refused }: FigureFormProps) {
  const { figures: said } = words;
  const wrong = refused?.values.form === 'figure' ? refused : undefined;
  return (
    <section className="plate" aria-labelledby="donnees">
      <h2 id="donnees">{said.title}</h2>
      <p className="muted small">{said.lead}</p>
      <Form method="post" className="mt-3">
        <input type="hidden" name="intent" value="figure" />
        <ErrorSummary title={words.refused} faults={faultsOf(wrong?.errors)} answer={wrong} />
        <SelectField label={said.choose} name="figure" defaultValue={wrong?.values.figure}>
          {optionsOf(figures, said.names)}
        </SelectField>
        <button className="btn mt-3" type="submit">
          {said.insert}
        </button>
      </Form>
    </section>
  );
}

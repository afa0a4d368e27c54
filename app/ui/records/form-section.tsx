import { type ReactNode, useContext, useId } from 'react';
import { optionsOf } from '../choices.tsx';
import { SelectField } from '../field.tsx';
import { FormWords } from '../form-words.ts';

/** Fields that belong together, under their name. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="plate mb-8" aria-labelledby={id}>
      <h2 className="mb-4" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly name: string;
  readonly hint?: string | undefined;
  readonly error: string | undefined;
  readonly defaultValue: string;
  readonly known: readonly T[];
  readonly said: Readonly<Record<T, string>>;
}

/** One of what is known, by its French name; one must choose. */
export function ChoiceField<T extends string>({ known, said, ...field }: ChoiceFieldProps<T>) {
  const { choose } = useContext(FormWords);
  return (
    <SelectField {...field} required>
      <option value="">{choose}</option>
      {optionsOf(known, said)}
    </SelectField>
  );
}

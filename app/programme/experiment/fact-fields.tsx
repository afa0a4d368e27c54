import type { ReactNode } from 'react';
import { experimentFacts as words } from '#shared/programme/experiment/experiment-facts.fr.ts';
import {
  EXPERIMENT_FACTS,
  type ExperimentFacts,
  FACT_KEYS,
  type FactKey,
} from '#shared/programme/experiment/experiment-facts.ts';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import type { Refused } from './refused.ts';

interface FactFieldsProps {
  /** What the facts are; nothing while there is no experiment. */
  readonly known?: ExperimentFacts;
  readonly refused: Refused | undefined;
  /** What a form asks before the days. */
  readonly children?: ReactNode;
}

const isDay = (key: FactKey) => EXPERIMENT_FACTS[key].control === 'day';

/** [EX4] The fields of the facts, in the order of their table; the days stand last, beside each other. */
export function FactFields({ known, refused, children }: FactFieldsProps) {
  const field = (key: FactKey) => {
    const { control, isRequired } = EXPERIMENT_FACTS[key];
    const asked = {
      ...words[key],
      name: key,
      error: refused?.errors[key],
      defaultValue: refused?.values[key] ?? known?.[key] ?? '',
      required: isRequired,
    };
    if (control === 'paragraph') return <TextAreaField key={key} {...asked} rows={2} />;
    if (control === 'day') return <TextField key={key} {...asked} type="date" />;
    return <TextField key={key} {...asked} autoComplete="off" />;
  };
  return (
    <>
      {FACT_KEYS.filter((key) => !isDay(key)).map(field)}
      {children}
      <div className="flex flex-wrap gap-4 mt-4 [&>.field+.field]:mt-0">
        {FACT_KEYS.filter(isDay).map(field)}
      </div>
    </>
  );
}

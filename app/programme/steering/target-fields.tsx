import type { Indicator, OpennessTarget } from '#shared/programme/steering/openness.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { TextField } from '../../ui/field.tsx';

const words = steering.targets;

interface TargetFieldsProps {
  readonly indicator: Indicator;
  readonly current: OpennessTarget | null;
  /** What was typed last, and why it was refused. */
  readonly refusal: {
    readonly errors: Readonly<Partial<Record<string, string>>>;
    readonly values: Readonly<Partial<Record<string, string>>>;
  } | null;
}

/** [PI8] The fields of one target: a part in percents, and the day by which it is wanted. */
export function TargetFields({ indicator, current, refusal }: TargetFieldsProps) {
  return (
    <>
      <p className="mb-4 font-semibold">
        {current ? words.current(current.percent, current.dueOn) : words.none}
      </p>
      <div className="flex flex-wrap items-end gap-4 [&>.field+.field]:mt-0">
        <TextField
          label={words.percent}
          name="percent"
          id={`percent-${indicator}`}
          inputMode="numeric"
          required
          error={refusal?.errors.percent}
          defaultValue={refusal?.values.percent ?? current?.percent}
        />
        <TextField
          label={words.dueOn}
          name="dueOn"
          id={`dueOn-${indicator}`}
          type="date"
          required
          error={refusal?.errors.dueOn}
          defaultValue={refusal?.values.dueOn ?? current?.dueOn}
        />
        <button className="btn" type="submit">
          {words.save}
          <span className="vh">, {steering.openness.indicators[indicator]}</span>
        </button>
      </div>
    </>
  );
}

import { Form } from 'react-router';
import { THEME_KEYS } from '#shared/people/group/theme.ts';
import { call } from '#shared/programme/call/call.fr.ts';
import type { TypedSeason } from '#shared/programme/season/season.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { Asked, TextField } from '../../ui/field.tsx';

const words = call.seasons;

interface SeasonFormProps {
  /** Empty for a new one. */
  readonly id: string;
  readonly typed: Readonly<Partial<Record<string, string>>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
}

/** A season: number, name, days, and the themes it has. */
export function SeasonForm({ id, typed, errors, answer }: SeasonFormProps) {
  const field = (name: keyof TypedSeason) => ({
    name,
    id: `${name}-${id || 'new'}`,
    error: errors[name],
    defaultValue: typed[name] ?? '',
    autoComplete: 'off',
  });
  const faults = faultsOf(errors, { startsOn: words.startsOn, endsOn: words.endsOn }).map(
    ({ field: name, message }) => ({
      field: name && `${name}-${id || 'new'}`,
      message,
    }),
  );
  return (
    <Form method="post" noValidate>
      {id && <input type="hidden" name="season" value={id} />}
      <ErrorSummary title={words.refused} faults={faults} answer={answer} />
      <TextField {...field('number')} label={words.number} inputMode="numeric" required />
      <TextField {...field('name')} label={words.name} required />
      <div className="grid sm:grid-cols-2 gap-4 mt-4 [&>.field+.field]:mt-0">
        <TextField {...field('startsOn')} label={words.startsOn} type="date" required />
        <TextField {...field('endsOn')} label={words.endsOn} type="date" required />
      </div>
      <fieldset className="mt-6">
        <legend className="font-bold">
          <Asked required>{words.themes}</Asked>
        </legend>
        <p className="muted small mb-3">{words.themesHint}</p>
        {THEME_KEYS.map((key) => (
          <TextField {...field(key)} key={key} label={words.themeKeys[key]} />
        ))}
      </fieldset>
      <p className="mt-6">
        <button className="btn primary" type="submit" name="intent" value={id ? 'change' : 'create'}>
          {id ? call.administration.save : words.createSubmit}
        </button>
      </p>
    </Form>
  );
}

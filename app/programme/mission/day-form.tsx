import { useId } from 'react';
import { Form } from 'react-router';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import type { MissionForMember } from '#shared/programme/mission/mission-records.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import type { MissionAnswer, typedIn } from './answer.ts';

interface DayFormProps {
  readonly intent: 'log' | 'correct';
  readonly mission: MissionForMember;
  readonly shown: Readonly<Record<'day' | 'city' | 'quarters' | 'work', string>>;
  readonly refused: ReturnType<typeof typedIn>;
  readonly answer: MissionAnswer | null;
  readonly consultants: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
  readonly replaces?: string;
}

/** One day: when, for which city, how long, what was done. */
export function DayForm({
  intent,
  mission,
  shown,
  refused,
  answer,
  consultants,
  today,
  replaces,
}: DayFormProps) {
  const { log } = words;
  const prefix = useId();
  const { errors, typedOf, isRefused } = refused;
  const idOf = (field: string) => `${prefix}${field}`;
  const faults = faultsOf(errors).map(({ field, message }) => ({
    ...(field && { field: idOf(field) }),
    message,
  }));
  return (
    <Form method="post" className="card mt-3" noValidate>
      {isRefused && <ErrorSummary title={words.notSaved} faults={faults} answer={answer} />}
      <input type="hidden" name="intent" value={intent} />
      {replaces && <input type="hidden" name="replaces" value={replaces} />}
      {intent === 'correct' && <p className="muted small mb-3">{log.correctHint}</p>}
      <TextField
        label={log.day}
        name="day"
        required
        id={idOf('day')}
        type="date"
        error={errors.day}
        defaultValue={typedOf('day', shown.day)}
        min={mission.startsOn}
        max={mission.endsOn < today ? mission.endsOn : today}
      />
      <TextField
        label={log.quarters}
        name="quarters"
        required
        id={idOf('quarters')}
        hint={log.quartersHint}
        error={errors.quarters}
        defaultValue={typedOf('quarters', shown.quarters)}
        inputMode="decimal"
        autoComplete="off"
      />
      <SelectField
        label={log.city}
        name="city"
        required
        id={idOf('city')}
        error={errors.city}
        defaultValue={typedOf('city', shown.city)}
      >
        {namedOptions(mission.cities)}
      </SelectField>
      {consultants.length > 0 && (
        <SelectField
          label={log.consultant}
          name="consultant"
          required
          id={idOf('consultant')}
          error={errors.consultant}
          defaultValue={typedOf('consultant')}
        >
          {namedOptions(consultants)}
        </SelectField>
      )}
      <TextAreaField
        label={log.work}
        name="work"
        required
        id={idOf('work')}
        error={errors.work}
        defaultValue={typedOf('work', shown.work)}
        rows={3}
      />
      {intent === 'correct' && (
        <TextField
          label={log.reason}
          name="reason"
          required
          id={idOf('reason')}
          error={errors.reason}
          defaultValue={typedOf('reason')}
          autoComplete="off"
        />
      )}
      <button className="btn primary mt-4" type="submit">
        {intent === 'log' ? log.save : log.saveCorrection}
        {intent === 'correct' && <span className="vh">{log.dayOf(dayWords.long(shown.day))}</span>}
      </button>
    </Form>
  );
}

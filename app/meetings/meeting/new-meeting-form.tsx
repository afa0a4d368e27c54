import { CalendarPlus } from 'lucide-react';
import { Form, Link } from 'react-router';
import { meeting } from '#shared/meetings/meeting/meeting.fr.ts';
import { REMINDERS_AT_FIRST, typedReminders } from '#shared/meetings/meeting/reminder.ts';
import { FREQUENCIES } from '#shared/meetings/meeting/series.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { MeetingFields } from './meeting-fields.tsx';
import { ReminderFields } from './reminder-fields.tsx';

const words = meeting.form;

interface NewMeetingFormProps {
  readonly values: Readonly<Partial<Record<string, string>>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
  /** How many people would get an invitation. */
  readonly people: number;
  readonly listPath: string;
}

/** The form that plans a meeting or a series. Everything is on the page, with or without script. */
export function NewMeetingForm({ values, errors, answer, people, listPath }: NewMeetingFormProps) {
  const isFresh = Object.keys(values).length === 0;
  return (
    <Form method="post" className="card meeting-form" noValidate>
      <ErrorSummary title={words.faults} faults={faultsOf(errors)} answer={answer} />
      <MeetingFields values={values} errors={errors} />
      <SelectField label={words.repeat} name="repeat" defaultValue={values.repeat ?? ''}>
        <option value="">{words.once}</option>
        {optionsOf(FREQUENCIES, words.frequencies)}
      </SelectField>
      <fieldset className="meeting-series mt-4">
        <legend>{words.endsBy}</legend>
        <label className="check mt-2">
          <input type="radio" name="endsBy" value="times" defaultChecked={values.endsBy !== 'until'} />
          <span>{words.afterTimes}</span>
        </label>
        <TextField
          label={words.times}
          name="times"
          type="number"
          min={2}
          max={60}
          inputMode="numeric"
          error={errors.times}
          defaultValue={values.times ?? '6'}
        />
        <label className="check mt-4">
          <input type="radio" name="endsBy" value="until" defaultChecked={values.endsBy === 'until'} />
          <span>{words.atDay}</span>
        </label>
        <TextField
          label={words.until}
          name="until"
          type="date"
          error={errors.until}
          defaultValue={values.until}
        />
      </fieldset>
      <ReminderFields values={isFresh ? typedReminders(REMINDERS_AT_FIRST) : values} errors={errors} />
      <div className="mt-5 stack">
        <label className="check">
          <input
            type="checkbox"
            name="invite"
            defaultChecked={isFresh || Boolean(values.invite)}
            aria-describedby="invite-hint"
          />
          <span>
            {words.invite}
            <span className="muted small block" id="invite-hint">
              {words.inviteHint(people)}
            </span>
          </span>
        </label>
        <label className="check">
          <input
            type="checkbox"
            name="isHeld"
            defaultChecked={Boolean(values.isHeld)}
            aria-describedby="held-hint"
          />
          <span>
            {words.isHeld}
            <span className="muted small block" id="held-hint">
              {words.isHeldHint}
            </span>
          </span>
        </label>
      </div>
      <p className="row mt-5">
        <button className="btn primary" type="submit" name="intent" value="plan">
          <CalendarPlus className="icon" aria-hidden="true" />
          {words.submit}
        </button>
        <button className="btn" type="submit" name="intent" value="preview">
          {words.preview}
        </button>
        <Link className="push" to={listPath}>
          {words.backToList}
        </Link>
      </p>
    </Form>
  );
}

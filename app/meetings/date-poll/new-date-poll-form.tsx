import { Form, Link } from 'react-router';
import { datePoll as words } from '#shared/meetings/date-poll/date-poll.fr.ts';
import { SLOTS_MAX } from '#shared/meetings/date-poll/date-poll.ts';
import { meeting } from '#shared/meetings/meeting/meeting.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';

interface NewDatePollFormProps {
  /** Those of lines are one text each, a space between two. */
  readonly values: Readonly<Partial<Record<string, string>>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
  readonly lines: number;
  readonly listPath: string;
}

/** The form that asks a group when a meeting suits. Everything is on the page, with or without script. */
export function NewDatePollForm({ values, errors, answer, lines, listPath }: NewDatePollFormProps) {
  const field = (name: string) => ({ name, error: errors[name], defaultValue: values[name] });
  return (
    <Form method="post" className="card meeting-form" noValidate key={lines}>
      <ErrorSummary title={words.faults} faults={faultsOf(errors)} answer={answer} />
      <TextField
        label={meeting.form.title}
        hint={meeting.form.titleHint}
        {...field('title')}
        required
        autoComplete="off"
      />
      <fieldset className="mt-5" id="slots" aria-describedby="slots-hint">
        <legend>{words.slots}</legend>
        <p className="muted small" id="slots-hint">
          {words.slotsHint}
        </p>
        {errors.slots && <p className="error mt-2">{errors.slots}</p>}
        {Array.from({ length: lines }, (_, line) => (
          <SlotLine key={String(line)} line={line} values={values} errors={errors} />
        ))}
        {lines < SLOTS_MAX && (
          <button className="btn sm mt-4" type="submit" name="intent" value="more" formNoValidate>
            {words.more}
          </button>
        )}
      </fieldset>
      <TextField label={words.closing} hint={words.closingHint} {...field('closesOn')} type="date" required />
      <fieldset className="mt-5">
        <legend>{meeting.form.where}</legend>
        <TextField
          label={meeting.form.place}
          hint={meeting.form.placeHint}
          {...field('place')}
          autoComplete="off"
        />
        <TextField
          label={meeting.form.link}
          hint={meeting.form.linkHint}
          {...field('link')}
          type="url"
          autoComplete="off"
        />
      </fieldset>
      <TextAreaField
        label={meeting.form.description}
        hint={meeting.form.descriptionHint}
        {...field('description')}
        rows={4}
      />
      <p className="row mt-5">
        <button className="btn primary" type="submit" name="intent" value="open">
          {words.open}
        </button>
        <Link className="push" to={listPath}>
          {meeting.form.backToList}
        </Link>
      </p>
    </Form>
  );
}

/** A day and two hours. */
function SlotLine({
  line,
  values,
  errors,
}: { line: number } & Pick<NewDatePollFormProps, 'values' | 'errors'>) {
  const field = (name: string) => ({
    name,
    id: `${name}-${line}`,
    error: errors[`${name}-${line}`],
    defaultValue: values[name]?.split(' ')[line],
  });
  return (
    <fieldset className="poll-line mt-4">
      <legend className="small">{words.slotNumber(line + 1)}</legend>
      <div className="meeting-when">
        <TextField label={meeting.form.day} {...field('slotDay')} type="date" />
        <TextField label={meeting.form.start} {...field('slotStart')} type="time" />
        <TextField label={meeting.form.end} {...field('slotEnd')} type="time" />
      </div>
    </fieldset>
  );
}

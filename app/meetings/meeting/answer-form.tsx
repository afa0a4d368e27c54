import { CircleAlert } from 'lucide-react';
import { Form } from 'react-router';
import { ANSWERS, type AnswerValue } from '#shared/meetings/meeting/answer.ts';
import { meeting } from '#shared/meetings/meeting/meeting.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { Asked, TextField } from '../../ui/field.tsx';

const words = meeting.answer;

interface AnswerFormProps {
  readonly answer: AnswerValue | null;
  readonly note: string;
  /** Of the choice and of the note. */
  readonly errors?: Readonly<Partial<Record<string, string>>> | undefined;
  readonly refusal: unknown;
  readonly submit?: string;
}

/** [M10] Whether one comes, with a few words; one’s last answer is what is chosen, and nothing before. */
export function AnswerForm({ answer, note, errors = {}, refusal, submit = words.submit }: AnswerFormProps) {
  return (
    <Form method="post" noValidate className="meeting-answer">
      <ErrorSummary title={words.faults} faults={faultsOf(errors)} answer={refusal} />
      <input type="hidden" name="intent" value="answer" />
      <fieldset
        id="choice"
        className={errors.choice ? 'field invalid' : undefined}
        aria-describedby={errors.choice && 'choice-error'}
      >
        <legend className="vh">
          <Asked required>{words.choice}</Asked>
        </legend>
        {errors.choice && (
          <p className="error" id="choice-error">
            <CircleAlert className="icon" aria-hidden="true" />
            <span>{errors.choice}</span>
          </p>
        )}
        <div className="row">
          {ANSWERS.map((value) => (
            <label className="check meeting-choice" key={value}>
              <input type="radio" name="answer" value={value} defaultChecked={value === answer} required />
              <span>{meeting.answers[value]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        label={words.note}
        hint={words.noteHint}
        name="note"
        error={errors.note}
        defaultValue={note}
        autoComplete="off"
      />
      <button className="btn primary mt-4" type="submit">
        {submit}
      </button>
    </Form>
  );
}

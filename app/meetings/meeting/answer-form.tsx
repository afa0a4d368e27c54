import { Form } from 'react-router';
import { ANSWERS, type AnswerValue } from '#shared/meetings/meeting/answer.ts';
import { meeting } from '#shared/meetings/meeting/meeting.fr.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';

const words = meeting.answer;

interface AnswerFormProps {
  readonly answer: AnswerValue | null;
  readonly note: string;
  /** Why the note was refused. */
  readonly error?: string | undefined;
  readonly refusal: unknown;
  readonly submit?: string;
}

/** Whether one comes, with a few words; one’s last answer is what is chosen. */
export function AnswerForm({ answer, note, error, refusal, submit = words.submit }: AnswerFormProps) {
  return (
    <Form method="post" noValidate className="meeting-answer">
      <ErrorSummary
        title={words.faults}
        faults={error ? [{ field: 'note', message: error }] : []}
        answer={refusal}
      />
      <input type="hidden" name="intent" value="answer" />
      <fieldset>
        <legend className="vh">{words.choice}</legend>
        <div className="row">
          {ANSWERS.map((value) => (
            <label className="check meeting-choice" key={value}>
              <input type="radio" name="answer" value={value} defaultChecked={value === (answer ?? 'yes')} />
              <span>{meeting.answers[value]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        label={words.note}
        hint={words.noteHint}
        name="note"
        error={error}
        defaultValue={note}
        autoComplete="off"
      />
      <button className="btn primary mt-4" type="submit">
        {submit}
      </button>
    </Form>
  );
}

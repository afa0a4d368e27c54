import { CircleAlert } from 'lucide-react';
import { Form } from 'react-router';
import { datePoll as words } from '#shared/meetings/date-poll/date-poll.fr.ts';
import { SLOT_ANSWERS, type SlotAnswer } from '#shared/meetings/date-poll/date-poll.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import type { ShownSlot } from './shown-poll.ts';

interface SlotAnswersProps {
  readonly slots: readonly ShownSlot[];
  readonly mine: Readonly<Partial<Record<string, SlotAnswer>>>;
  /** What was sent and refused: `<slot>:<answer>`, a space between two. */
  readonly typed: string | undefined;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly refusal: unknown;
}

/** [DP3] One choice for each slot that is to come: one’s own last answer, and nothing before. */
export function SlotAnswers({ slots, mine, typed, errors, refusal }: SlotAnswersProps) {
  const sent = typed?.split(' ');
  const isChecked = (id: string, answer: SlotAnswer) =>
    sent ? sent.includes(`${id}:${answer}`) : mine[id] === answer;
  return (
    <section className="card" aria-labelledby="answer">
      <h2 id="answer" className="mb-2">
        {words.answerTitle}
      </h2>
      <p className="muted small mb-4">{words.answerLead}</p>
      <Form method="post" noValidate>
        <ErrorSummary title={words.answerFaults} faults={faultsOf(errors)} answer={refusal} />
        <input type="hidden" name="intent" value="answer" />
        <div id="answers" tabIndex={-1}>
          {errors.answers && (
            <p className="error" id="answers-error">
              <CircleAlert className="icon" aria-hidden="true" />
              <span>{errors.answers}</span>
            </p>
          )}
          {slots.map((slot) => (
            <fieldset
              key={slot.id}
              className="poll-choice"
              aria-describedby={errors.answers && 'answers-error'}
            >
              <legend>
                <time dateTime={slot.startsAt.toISOString()}>{words.slot(slot)}</time>
              </legend>
              {slot.isOpen ? (
                <div className="row">
                  {SLOT_ANSWERS.map((answer) => (
                    <label className="check" key={answer}>
                      <input
                        type="radio"
                        name={`answer-${slot.id}`}
                        value={answer}
                        defaultChecked={isChecked(slot.id, answer)}
                        required
                      />
                      <span>{words.answers[answer]}</span>
                    </label>
                  ))}
                </div>
              ) : (
                <p className="muted small">{words.isPast}</p>
              )}
            </fieldset>
          ))}
        </div>
        <button className="btn primary mt-4" type="submit">
          {words.submit}
        </button>
      </Form>
    </section>
  );
}

import { Form } from 'react-router';
import { review as words } from '#shared/reviews/review.fr.ts';
import { REVIEW_ANSWERS, type ReviewAnswer } from '#shared/reviews/review.ts';
import { Asked, TextAreaField, TextField } from '../ui/field.tsx';

/** What was typed and refused. */
export type TypedReview = Readonly<Partial<Record<string, string>>>;

interface AnswerFormProps {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly sha256: string;
  /** What the organisation says now, with the number of its line. */
  readonly given: { readonly answer: ReviewAnswer; readonly reason: string; readonly number: number } | null;
  readonly typed: TypedReview;
  readonly errors: Readonly<Partial<Record<string, string>>>;
}

/** [RV5] The answer of the reader’s organisation, about the text on the page and after what the page shows of it. */
export function AnswerForm({ organisation, sha256, given, typed, errors }: AnswerFormProps) {
  const chosen = typed.answer ?? given?.answer;
  return (
    <Form method="post" noValidate className="plate" aria-labelledby="repondre">
      <h2 id="repondre">{given ? words.changeYours(organisation.name) : words.yours(organisation.name)}</h2>
      <input type="hidden" name="organisation" value={organisation.id} />
      <input type="hidden" name="sha256" value={sha256} />
      <input type="hidden" name="seen" value={given?.number ?? 0} />
      <fieldset id="answer" tabIndex={-1}>
        <legend>
          <Asked required>{words.choose}</Asked>
        </legend>
        {errors.answer && <p className="error">{errors.answer}</p>}
        {REVIEW_ANSWERS.map((value) => (
          <label className="check" key={value}>
            <input type="radio" name="answer" value={value} defaultChecked={value === chosen} />
            <span>{words.answers[value]}</span>
          </label>
        ))}
      </fieldset>
      <TextAreaField
        label={words.reasonLabel}
        hint={words.reasonHint}
        name="reason"
        error={errors.reason}
        defaultValue={typed.reason ?? given?.reason}
        rows={4}
      />
      <div className={errors.confirmed ? 'field invalid' : 'field'}>
        {errors.confirmed && (
          <p className="error" id="confirmed-error">
            {errors.confirmed}
          </p>
        )}
        <label className="check">
          <input
            type="checkbox"
            name="confirmed"
            id="confirmed"
            value="oui"
            required
            {...(errors.confirmed && { 'aria-invalid': true, 'aria-describedby': 'confirmed-error' })}
          />
          <span>
            <Asked required>{words.confirmed(organisation.name)}</Asked>
          </span>
        </label>
      </div>
      <p className="muted small mt-3">{words.sendHint}</p>
      <button className="btn primary mt-3" type="submit" name="intent" value="answer">
        {words.send}
      </button>
    </Form>
  );
}

/** A remark about words of the document, which becomes a thread of it. */
export function RemarkForm({ typed, errors }: Pick<AnswerFormProps, 'typed' | 'errors'>) {
  return (
    <Form method="post" noValidate className="plate" aria-labelledby="remarque">
      <h2 id="remarque">{words.remark}</h2>
      <p className="muted small">{words.remarkLead}</p>
      <TextField
        label={words.quote}
        hint={words.quoteHint}
        name="quote"
        required
        error={errors.quote}
        defaultValue={typed.quote}
        autoComplete="off"
      />
      <TextAreaField
        label={words.remarkBody}
        name="remark"
        required
        error={errors.remark}
        defaultValue={typed.remark}
        rows={3}
      />
      <button className="btn mt-3" type="submit" name="intent" value="remark">
        {words.remarkSend}
      </button>
    </Form>
  );
}

/** [RV8] Taking the round back, with its reason. */
export function WithdrawForm({ errors }: Pick<AnswerFormProps, 'errors'>) {
  return (
    <details className="plate">
      <summary>{words.withdraw}</summary>
      <Form method="post" noValidate>
        <TextField
          label={words.withdrawReason}
          hint={words.withdrawHint}
          name="withdrawn"
          error={errors.withdrawn}
          autoComplete="off"
        />
        <button className="btn mt-3" type="submit" name="intent" value="withdraw">
          {words.withdraw}
        </button>
      </Form>
    </details>
  );
}

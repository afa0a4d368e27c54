import { CircleAlert } from 'lucide-react';
import { Form } from 'react-router';
import { review as words } from '#shared/reviews/review.fr.ts';
import { City } from '../ui/city.tsx';
import { Asked, TextAreaField, TextField } from '../ui/field.tsx';

interface OpenFormProps {
  readonly isFirst: boolean;
  /** Those that could be asked. */
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly colour: number }[];
  /** The round that is open now, which this one would replace. */
  readonly open: string | null;
  /** Those that the round before asked. */
  readonly before: readonly string[];
  /** Those that signed the last signed text, and would sign again. */
  readonly again: readonly string[];
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly typed: {
    readonly questions: string;
    readonly deadline: string;
    readonly quorum: string;
    readonly replaces?: string | undefined;
    readonly organisations: readonly string[];
  } | null;
}

/** [RV3] Submits the text as it is and asks organisations about it. */
export function OpenForm({ isFirst, organisations, open, before, again, errors, typed }: OpenFormProps) {
  const isAsked = (id: string) => (typed ? typed.organisations.includes(id) : isFirst || before.includes(id));
  const quorum = organisations.filter(({ id }) => isAsked(id)).length;
  return (
    <section className="plate max-w-3xl mt-8" aria-labelledby="ouvrir">
      <h2 id="ouvrir">{isFirst ? words.open : words.openAgain}</h2>
      <p className="muted">{words.openLead}</p>
      {organisations.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <Form method="post" noValidate>
          <fieldset id="organisations" tabIndex={-1} className="field">
            <legend>
              <Asked required>{words.asked}</Asked>
            </legend>
            <p className="hint">{words.askedHint}</p>
            {errors.organisations && <Fault>{errors.organisations}</Fault>}
            {organisations.map(({ id, name, colour }) => (
              <label className="check" key={id}>
                <input type="checkbox" name="organisations" value={id} defaultChecked={isAsked(id)} />
                {again.includes(id) ? (
                  <span>{words.againHint(name)}</span>
                ) : (
                  <City name={name} colour={colour} />
                )}
              </label>
            ))}
          </fieldset>
          <TextField
            label={words.deadline}
            hint={words.deadlineHint}
            name="deadline"
            required
            type="datetime-local"
            error={errors.deadline}
            defaultValue={typed?.deadline}
          />
          <TextField
            label={words.quorum}
            hint={words.quorumHint}
            name="quorum"
            required
            type="number"
            inputMode="numeric"
            min={1}
            error={errors.quorum}
            defaultValue={typed?.quorum ?? Math.max(1, quorum)}
          />
          <TextAreaField
            label={words.questions}
            hint={words.questionsHint}
            name="questions"
            error={errors.questions}
            defaultValue={typed?.questions}
            rows={4}
          />
          {open && (
            <div className="field">
              {errors.replaces && <Fault>{errors.replaces}</Fault>}
              <label className="check">
                <input
                  id="replaces"
                  type="checkbox"
                  name="replaces"
                  value={open}
                  defaultChecked={typed?.replaces === open}
                />
                <span>
                  {words.replace}
                  <span className="muted small block">{words.replaceHint}</span>
                </span>
              </label>
            </div>
          )}
          <button className="btn primary mt-4" type="submit">
            {words.submit}
          </button>
        </Form>
      )}
    </section>
  );
}

function Fault({ children }: { children: string }) {
  return (
    <p className="error">
      <CircleAlert className="icon" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}

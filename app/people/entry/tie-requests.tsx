import { dates } from '#shared/kernel/dates.fr.ts';
import { entry } from '#shared/people/entry/entry.fr.ts';
import { City } from '../../ui/city.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { type AnswerRefusal, RefusalForm } from './refusal-form.tsx';

const words = entry.answers;

interface Tie {
  readonly id: string;
  readonly askedAt: Date;
  readonly person: { readonly name: string; readonly email: string };
  readonly organisation: { readonly name: string; readonly colour: number };
}

/** [EN5] Who says they work for an organisation, with the two answers beside. Nothing when nobody does. */
export function TieRequests({ ties, refusal }: { ties: readonly Tie[]; refusal: AnswerRefusal | undefined }) {
  if (ties.length === 0) return null;
  const whole = refusal?.values.form === 'tie.confirm' ? refusal : undefined;
  return (
    <Plate id="rattachements" title={words.ties} beside={<span className="muted">{ties.length}</span>}>
      <p className="muted small">{words.tiesLead}</p>
      {whole && <ErrorSummary title={words.notAnswered} faults={faultsOf(whole.errors)} answer={whole} />}
      <ul className="ruled">
        {ties.map(({ id, askedAt, person, organisation }) => (
          <li key={id}>
            <p className="row">
              <strong>{person.name}</strong> {words.says} <City {...organisation} />
            </p>
            <p className="row muted small">
              <span>{person.email}</span>
              <time dateTime={askedAt.toISOString()} title={dates.exact(askedAt)}>
                {dates.short(askedAt)}
              </time>
            </p>
            <PostButton
              fields={{ intent: 'confirmTie', tieId: id }}
              formClassName="mt-2"
              label={words.confirmOf(person.name)}
            >
              {words.confirm}
            </PostButton>
            <RefusalForm id={id} idName="tieId" intent="refuseTie" name={person.name} refusal={refusal} />
          </li>
        ))}
      </ul>
    </Plate>
  );
}

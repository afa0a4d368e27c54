import { Form } from 'react-router';
import { type InterestState, interestMovesFrom, REASON_MAX } from '#shared/adoption/interest.ts';
import { adoption as words } from '#shared/messages/fr/adoption.ts';
import { dates } from '#shared/messages/fr/dates.ts';
import { ErrorSummary, faultsOf } from '../ui/error-summary.tsx';
import { TextAreaField } from '../ui/field.tsx';
import { InterestBadge } from './interest-badge.tsx';
import type { AdoptionRefusal } from './refusal.ts';

interface InterestPlateProps {
  readonly interest: InterestState | null;
  readonly steps: readonly {
    readonly rank: number;
    readonly to: InterestState;
    readonly reason: string;
    readonly at: Date;
    readonly byName: string | null;
  }[];
  readonly refused: AdoptionRefusal | undefined;
}

/** [RP6] Where the interest of a city stands, what it can become, and its dated lines. */
export function InterestPlate({ interest, steps, refused }: InterestPlateProps) {
  return (
    <section className="plate" aria-labelledby="interet">
      <header>
        <h2 id="interet">{words.interest}</h2>
      </header>
      {interest ? (
        <p>
          <InterestBadge interest={interest} />
        </p>
      ) : (
        <p>{words.interestNone}</p>
      )}
      {interest === null && <p className="small muted mt-2">{words.interestHint}</p>}
      {interestMovesFrom(interest).map(({ to, wantsReason }) => (
        <MoveForm
          key={`${steps.length} ${to}`}
          name={words.moves[`${interest} ${to}`] ?? words.states[to]}
          to={to}
          wantsReason={wantsReason}
          seen={steps.length}
          refused={refused?.values.to === to ? refused : undefined}
        />
      ))}
      {steps.length > 0 && (
        <details className="mt-4">
          <summary>{words.steps}</summary>
          <ol className="rope mt-3">
            {steps.map(({ rank, to, reason, at, byName }) => (
              <li key={rank} className="done">
                {words.step(words.states[to], dates.short(at), byName ?? words.someone)}
                {reason && <p className="small break-words">{reason}</p>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

interface MoveFormProps {
  readonly name: string;
  readonly to: InterestState;
  readonly wantsReason: boolean;
  readonly seen: number;
  readonly refused: AdoptionRefusal | undefined;
}

function MoveForm({ name, to, wantsReason, seen, refused }: MoveFormProps) {
  const id = `motif-${to}`;
  const form = (
    <Form method="post" className="mt-3" noValidate>
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="seen" value={seen} />
      <ErrorSummary
        title={words.refused}
        faults={faultsOf(refused?.errors).map((fault) => ({ ...fault, field: fault.field && id }))}
        answer={refused}
      />
      {wantsReason && (
        <TextAreaField
          label={words.reason}
          name="reason"
          id={id}
          hint={words.reasonHint}
          error={refused?.errors.reason}
          defaultValue={refused?.values.reason ?? ''}
          maxLength={REASON_MAX}
          rows={2}
        />
      )}
      <button className={to === 'declared' ? 'btn primary' : 'btn'} type="submit">
        {name}
      </button>
    </Form>
  );
  if (!wantsReason) return form;
  return (
    <details className="mt-3" open={refused !== undefined}>
      <summary>{name}…</summary>
      {form}
    </details>
  );
}

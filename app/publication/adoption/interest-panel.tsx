import { dates } from '#shared/kernel/dates.fr.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import { type InterestState, interestMovesFrom, REASON_MAX } from '#shared/publication/adoption/interest.ts';
import { StepForm } from '../../ui/late/step-form.tsx';
import { Plate } from '../../ui/page/plate.tsx';
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
    <Plate id="interet" title={words.interest}>
      {interest ? (
        <p>
          <InterestBadge interest={interest} />
        </p>
      ) : (
        <p>{words.interestNone}</p>
      )}
      {interest === null && <p className="small muted mt-2">{words.interestHint}</p>}
      {interestMovesFrom(interest).map(({ to, wantsReason }) => (
        <StepForm
          key={`${steps.length} ${to}`}
          name={words.moves[`${interest} ${to}`] ?? words.states[to]}
          intent="move"
          to={to}
          wantsReason={wantsReason}
          isPrimary={to === 'declared'}
          reasonMax={REASON_MAX}
          seen={steps.length}
          refused={refused?.values.to === to ? refused : undefined}
          words={words}
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
    </Plate>
  );
}

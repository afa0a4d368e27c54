import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { type ChapterState, chapterMovesFrom } from '#shared/publication/synthesis/chapter-state.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import type { SynthesisRole } from '#shared/publication/synthesis/synthesis-access.ts';
import { StepForm } from '../../ui/late/step-form.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { ChapterBadge } from './chapter-badge.tsx';
import type { SynthesisRefusal } from './synthesis-forms.tsx';

interface ChapterStatePlateProps {
  readonly state: ChapterState;
  readonly role: SynthesisRole;
  readonly steps: readonly {
    readonly rank: number;
    readonly to: ChapterState;
    readonly reason: string;
    readonly at: Date;
    readonly byName: string | null;
  }[];
  /** Of an approved text: how many changes came since, and where they are shown. */
  readonly since: { readonly changes: number; readonly compare: string } | null;
  readonly refused: SynthesisRefusal | undefined;
}

/** [SY3] Where the chapter stands, what it can become, and its dated lines. */
export function ChapterStatePlate({ state, role, steps, since, refused }: ChapterStatePlateProps) {
  return (
    <Plate id="chapter-state" title={words.stateTitle}>
      <p>
        <ChapterBadge state={state} />
      </p>
      {since && (
        <p className="small muted mt-2">
          {words.sinceApproved(since.changes)}{' '}
          {since.changes > 0 && <Link to={since.compare}>{words.compare}</Link>}
        </p>
      )}
      {chapterMovesFrom(state, role).map(({ to, wantsReason }) => (
        <StepForm
          key={`${steps.length} ${to}`}
          name={words.moves[`${state} ${to}`] ?? words.states[to]}
          intent="step"
          to={to}
          wantsReason={wantsReason}
          seen={steps[0]?.rank ?? 0}
          refused={refused?.values.to === to ? refused : undefined}
          words={words}
        />
      ))}
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
    </Plate>
  );
}

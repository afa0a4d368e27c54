import { CHAPTER_STATES } from '#shared/publication/synthesis/chapter-state.ts';
import type { SynthesisProgress } from '#shared/publication/synthesis/progress.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { Plate } from '../../ui/page/plate.tsx';
import './synthesis.css';

interface ProgressPlateProps {
  readonly progress: SynthesisProgress;
  readonly late: number;
  /** When the whole is due, in words. */
  readonly due: string;
}

/** [SY5] How far the chapters have come, as one bar and in words. */
export function ProgressPlate({ progress: { total, states }, late, due }: ProgressPlateProps) {
  const present = [...CHAPTER_STATES].reverse().filter((state) => states[state] > 0);
  return (
    <Plate id="avancement" title={words.progress} beside={<span className="muted">{words.due(due)}</span>}>
      <p>
        <strong>{words.approvedOf(states.approved, total)}</strong>
        {late > 0 && <span className="muted"> · {words.lateCount(late)}</span>}
      </p>
      <div className="state-bar mt-2" aria-hidden="true">
        {present.map((state) => (
          <span key={state} className={state} style={{ flexGrow: states[state] }} />
        ))}
      </div>
      <ul className="state-keys muted small mt-2">
        {present.map((state) => (
          <li key={state}>
            <span className={state} aria-hidden="true" />
            {words.stateCount(words.states[state], states[state])}
          </li>
        ))}
      </ul>
    </Plate>
  );
}

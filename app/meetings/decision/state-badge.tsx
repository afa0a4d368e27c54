import { CircleCheck, CircleX, PencilLine } from 'lucide-react';
import { decision as words } from '#shared/meetings/decision/decision.fr.ts';
import type { DecisionState } from '#shared/meetings/decision/decision.ts';

const LOOKS = {
  inForce: [CircleCheck, 'success'],
  amended: [PencilLine, 'info'],
  repealed: [CircleX, 'warning'],
} as const satisfies Record<DecisionState, unknown>;

/** The state of a decision: icon and word. */
export function StateBadge({ state }: { state: DecisionState }) {
  const [Icon, tone] = LOOKS[state];
  return (
    <span className={`decision-state ${tone}`}>
      <Icon className="icon" aria-hidden="true" />
      {words.states[state]}
    </span>
  );
}

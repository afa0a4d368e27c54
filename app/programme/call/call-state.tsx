import { CalendarClock, Check, Hourglass, Lock, PencilLine } from 'lucide-react';
import { call as words } from '#shared/programme/call/call.fr.ts';
import type { CallState } from '#shared/programme/call/call.ts';

const looks = {
  preparing: { icon: PencilLine, tone: '' },
  announced: { icon: CalendarClock, tone: 'info' },
  open: { icon: Check, tone: 'success' },
  tolerance: { icon: Hourglass, tone: 'warning' },
  closed: { icon: Lock, tone: '' },
} as const satisfies Record<CallState, unknown>;

/** Where a call stands: icon and word. */
export function CallStateBadge({ state }: { state: CallState }) {
  const { icon: Icon, tone } = looks[state];
  return (
    <span className={`badge ${tone}`}>
      <Icon className="icon" aria-hidden="true" />
      {words.states[state]}
    </span>
  );
}

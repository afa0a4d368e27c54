import { webhook as words } from '#shared/operations/webhook/webhook.fr.ts';
import type { DeliveryState } from '#shared/operations/webhook/webhook.ts';

/** Whether it sends. */
export function StateMark({ isPaused }: { isPaused: boolean }) {
  return (
    <span className={`badge ${isPaused ? 'warning' : 'success'}`}>
      {isPaused ? words.paused : words.active}
    </span>
  );
}

const KINDS = {
  waiting: 'info',
  delivered: 'success',
  failed: 'danger',
  skipped: '',
  withdrawn: '',
} satisfies Record<DeliveryState, string>;

/** What became of a message. */
export function DeliveryMark({ state }: { state: DeliveryState }) {
  return <span className={`badge ${KINDS[state]}`}>{words.states[state]}</span>;
}

import { CircleCheck, CircleSlash, Hammer, HandHelping } from 'lucide-react';
import type { InterestState } from '#shared/adoption/interest.ts';
import { adoption as words } from '#shared/messages/fr/adoption.ts';

const SIGNS = {
  declared: [HandHelping, 'info'],
  preparing: [Hammer, 'warning'],
  done: [CircleCheck, 'success'],
  givenUp: [CircleSlash, ''],
} as const satisfies Record<InterestState, readonly [typeof CircleCheck, string]>;

/** [RP6] What an interest became: a sign and its word. */
export function InterestBadge({ interest }: { interest: InterestState }) {
  const [Icon, kind] = SIGNS[interest];
  return (
    <span className={`badge ${kind}`}>
      <Icon className="icon" aria-hidden="true" />
      {words.states[interest]}
    </span>
  );
}

import { CircleCheck, CircleSlash, Hammer, HandHelping } from 'lucide-react';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import type { InterestState } from '#shared/publication/adoption/interest.ts';

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

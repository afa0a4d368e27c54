import { useEffect } from 'react';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { LiveRoom } from './live-room.ts';

/** Says in the room who is here. For one's own page only: for the others the server writes in who somebody is. */
export function usePresence(room: LiveRoom | null, { id, name, organisation }: PersonBadge): void {
  const colour = organisation?.colour ?? 0;
  const city = organisation?.name ?? '';
  useEffect(() => {
    room?.awareness.setLocalStateField('user', { id, name, organisation: city, colour });
  }, [room, id, name, city, colour]);
}

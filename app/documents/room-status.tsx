import type { ReactNode } from 'react';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { realtime } from '#shared/realtime/realtime.fr.ts';
import { LineState } from '../realtime/line-state.tsx';
import type { LiveRoom } from '../realtime/live-room.ts';
import { PeoplePresent } from '../realtime/people-present.tsx';
import { ReturnNote } from '../realtime/return-note.tsx';
import type { RoomState } from '../realtime/room-state.ts';
import { reasonOf, SaveState } from '../realtime/save-state.tsx';
import { Status } from '../ui/status-slot.tsx';

/** What the top bar says of a live text: where its changes are, and who is here. */
export function RoomStatus({
  room,
  state,
  children,
}: {
  room: LiveRoom | null;
  state: RoomState;
  /** What else of the text stands beside it. */
  children?: ReactNode;
}) {
  return (
    <Status>
      <SaveState save={state.save} />
      <LineState state={state} />
      <ReturnNote returned={state.returned} />
      <PeoplePresent room={room} />
      {children}
    </Status>
  );
}

/** Why this person only reads; empty or nothing for whoever may write. */
export function whyReadOnly(
  room: LiveRoom | null,
  { save }: RoomState,
  { access, isFrozen }: { readonly access: RoomAccess; readonly isFrozen: boolean },
): string | undefined {
  if (save.state === 'readonly') return reasonOf(save);
  if (room || access === 'write') return '';
  return realtime.reasons[isFrozen ? 'frozen' : 'role'];
}

import { meetingHeld, votes as voteWords } from '#shared/meetings/held/meeting-held.fr.ts';
import { minutes } from '#shared/meetings/held/minutes.fr.ts';
import type { HeldState } from './held-state.ts';

interface PartsNavProps {
  readonly state: HeldState;
  readonly votes: readonly unknown[];
  readonly can: { readonly run: boolean };
}

/** On small screens everything stands under everything else: from any place of it to the others, without script too. */
export function PartsNav({ state, votes, can }: PartsNavProps) {
  const isOpen = state === 'open';
  const parts = [
    { id: 'ordre-du-jour', label: meetingHeld.agenda },
    ...(votes.length > 0 || (isOpen && can.run) ? [{ id: 'votes', label: voteWords.title }] : []),
    ...(state === 'cancelled' ? [] : [{ id: 'compte-rendu', label: minutes.title }]),
    { id: 'presences', label: meetingHeld.attendance.title },
    ...(isOpen ? [{ id: 'parole', label: meetingHeld.hands.title }] : []),
  ];
  return (
    <nav className="held-parts only-s" aria-label={meetingHeld.parts}>
      <ul>
        {parts.map(({ id, label }) => (
          <li key={id}>
            <a className="btn quiet sm" href={`#${id}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

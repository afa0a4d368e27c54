import { CircleCheck, CircleSlash, Hammer, Search, Wrench } from 'lucide-react';
import { track as words } from '#shared/programme/track/track.fr.ts';
import type { TrackPhase } from '#shared/programme/track/track.ts';

const SIGNS = {
  investigation: [Search, 'info'],
  construction: [Hammer, 'warning'],
  publication: [CircleCheck, 'success'],
  maintenance: [Wrench, 'success'],
  abandoned: [CircleSlash, ''],
} as const;

/** The phase of a track: a sign and its word. */
export function PhaseBadge({ phase }: { phase: TrackPhase }) {
  const [Icon, kind] = SIGNS[phase];
  return (
    <span className={`badge ${kind}`}>
      <Icon className="icon" aria-hidden="true" />
      {words.phases[phase]}
    </span>
  );
}

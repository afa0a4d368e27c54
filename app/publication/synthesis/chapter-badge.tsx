import { CircleCheck, CircleDashed, Clock, Eye, PencilLine } from 'lucide-react';
import type { ChapterState } from '#shared/publication/synthesis/chapter-state.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';

const SIGNS = {
  to_write: [CircleDashed, ''],
  writing: [PencilLine, ''],
  in_review: [Eye, 'info'],
  approved: [CircleCheck, 'success'],
} as const satisfies Record<ChapterState, readonly [typeof Eye, string]>;

/** Where a chapter stands: a sign and its word. */
export function ChapterBadge({ state }: { state: ChapterState }) {
  const [Icon, kind] = SIGNS[state];
  return (
    <span className={`badge ${kind}`}>
      <Icon className="icon" aria-hidden="true" />
      {words.states[state]}
    </span>
  );
}

/** [SY4] Its day is over. */
export function LateBadge() {
  return (
    <span className="badge warning">
      <Clock className="icon" aria-hidden="true" />
      {words.late}
    </span>
  );
}

import type { Label } from '#shared/boards/board.ts';

/** A label of a board: its colour, and always its name. */
export function LabelTag({ label }: { label: Label }) {
  return <span className={`badge label-${label.colour}`}>{label.name}</span>;
}

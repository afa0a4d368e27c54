import { Link } from 'react-router';
import type { Card } from '#shared/boards/board.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { paths } from '#shared/paths.ts';

/** On a card that has gone to another board: where it is now. */
export function MovedAway({ card: { movedTo } }: { card: Card }) {
  if (!movedTo) return null;
  const path = paths.boardCard({ id: movedTo.boardId, title: '' }, movedTo.cardId);
  return (
    <p className="note info small mt-3">
      <Link to={path}>{boardGestures.toBoard.movedAway}</Link>
    </p>
  );
}

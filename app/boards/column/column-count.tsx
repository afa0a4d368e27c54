import { board as words } from '#shared/boards/board.fr.ts';

/** How many cards a column has, with its limit when it is passed. */
export function ColumnCount({ count, limit }: { count: number; limit: number | null }) {
  const isOver = limit !== null && count > limit;
  return (
    <span className={isOver ? 'badge warning' : 'count'}>
      <span aria-hidden="true">{words.count(count, isOver ? limit : null)}</span>
      <span className="vh">{words.countSpoken(count, limit)}</span>
    </span>
  );
}

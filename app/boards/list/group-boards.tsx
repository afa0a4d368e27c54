import { CalendarClock, CalendarDays, SquareKanban } from 'lucide-react';
import { Link } from 'react-router';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { due as days } from '#shared/boards/card/due.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import { Empty } from '../../ui/page/empty.tsx';
import { Plate } from '../../ui/page/plate.tsx';

interface ListedBoard {
  readonly id: string;
  readonly title: string;
  readonly modifiedAt: Date;
  readonly count: CardCount | null;
}

interface CardCount {
  readonly open: number;
  readonly late: number;
  readonly nextDue: string | null;
}

/** The boards of a group, the last modified first, each with what is left to do. */
export function GroupBoards({ boards, now }: { boards: readonly ListedBoard[]; now: Date }) {
  if (boards.length === 0) {
    return <Empty title={boardPage.emptyListTitle} text={boardPage.emptyListText} />;
  }
  return (
    <Plate id="boards" title={boardPage.listTitle}>
      <ul className="ruled">
        {boards.map((board) => (
          <li className="item" key={board.id}>
            <SquareKanban className="icon" aria-hidden="true" />
            <div>
              <Link to={paths.board(board)}>{board.title}</Link>
              <p className="row muted">
                <Count count={board.count} today={dates.iso(now)} />
              </p>
            </div>
            <time
              className="muted small"
              dateTime={board.modifiedAt.toISOString()}
              title={dates.exact(board.modifiedAt)}
            >
              {boardPage.modified(dates.relative(board.modifiedAt, now))}
            </time>
          </li>
        ))}
      </ul>
    </Plate>
  );
}

/** How many cards are open, how many of them late, and the next due day. */
function Count({ count, today }: { count: CardCount | null; today: string }) {
  if (!count) return <span>{boardPage.noCard}</span>;
  const { open, late, nextDue } = count;
  return (
    <>
      <span>{boardPage.openCards(open)}</span>
      {late > 0 && (
        <span className="due danger">
          <CalendarClock className="icon" aria-hidden="true" />
          {boardPage.lateCards(late)}
        </span>
      )}
      {nextDue && (
        <span className="due">
          <CalendarDays className="icon" aria-hidden="true" />
          {boardPage.nextDue(days.short(nextDue, today))}
        </span>
      )}
    </>
  );
}

import { SquareKanban } from 'lucide-react';
import { Link } from 'react-router';
import { boardPage } from '#shared/messages/fr/board-page.ts';
import { dates } from '#shared/messages/fr/dates.ts';
import { paths } from '#shared/paths.ts';
import { Logo } from '../ui/logo.tsx';

interface ListedBoard {
  readonly id: string;
  readonly title: string;
  readonly modifiedAt: Date;
}

/** The boards of a group, the last modified first. */
export function GroupBoards({ boards, now }: { boards: readonly ListedBoard[]; now: Date }) {
  if (boards.length === 0) {
    return (
      <div className="empty">
        <Logo />
        <h2>{boardPage.emptyListTitle}</h2>
        <p>{boardPage.emptyListText}</p>
      </div>
    );
  }
  return (
    <section className="plate" aria-labelledby="boards">
      <header>
        <h2 id="boards">{boardPage.listTitle}</h2>
      </header>
      <ul className="ruled">
        {boards.map((board) => (
          <li className="item" key={board.id}>
            <SquareKanban className="icon" aria-hidden="true" />
            <div>
              <Link to={paths.board(board)}>{board.title}</Link>
              <p className="muted">
                <time dateTime={board.modifiedAt.toISOString()} title={dates.exact(board.modifiedAt)}>
                  {boardPage.modified(dates.relative(board.modifiedAt, now))}
                </time>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

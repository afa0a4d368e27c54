import { Form } from 'react-router';
import { boardPage } from '#shared/messages/fr/board-page.ts';
import { dates } from '#shared/messages/fr/dates.ts';

interface TrashedBoard {
  readonly id: string;
  readonly title: string;
  readonly trashedAt: Date;
  readonly trashedBy: string | null;
}

/** The boards that were thrown away, each with its way back. */
export function BoardTrash({ boards, now }: { boards: readonly TrashedBoard[]; now: Date }) {
  return (
    <section className="plate" aria-labelledby="trash">
      <header>
        <h2 id="trash">{boardPage.trash}</h2>
      </header>
      <ul className="ruled small">
        {boards.map(({ id, title, trashedAt, trashedBy }) => {
          const when = dates.relative(trashedAt, now);
          return (
            <li className="row" key={id}>
              <div>
                <p className="font-semibold">{title}</p>
                <p className="muted">
                  {trashedBy ? boardPage.trashedBy(trashedBy, when) : boardPage.trashed(when)}
                </p>
              </div>
              <Form method="post" className="push">
                <input type="hidden" name="boardId" value={id} />
                <button
                  className="btn sm"
                  type="submit"
                  name="intent"
                  value="restore"
                  aria-label={boardPage.restoreBoard(title)}
                >
                  {boardPage.restore}
                </button>
              </Form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

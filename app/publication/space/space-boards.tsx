import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import { space as words } from '#shared/publication/space/space.fr.ts';
import { Plate } from '../../ui/page/plate.tsx';

interface SpaceBoard {
  readonly id: string;
  readonly title: string;
  /** Null while it has no card. */
  readonly count: {
    readonly done: number;
    readonly open: number;
    readonly late: number;
    readonly nextDue: string | null;
  } | null;
}

/** [MV4] The boards of the space, each with what is done of it. */
export function SpaceBoards({
  space,
  boards,
}: {
  readonly space: { readonly id: string; readonly name: string };
  readonly boards: readonly SpaceBoard[];
}) {
  const said = words.boards;
  const all = paths.groupBoards({ id: space.id, title: space.name });
  return (
    <Plate id="boards" title={said.title} beside={boards.length > 0 && <Link to={all}>{said.new}</Link>}>
      {boards.length === 0 ? (
        <>
          <p className="muted">{said.empty}</p>
          <p className="mt-3">
            <Link className="btn sm" to={all}>
              {said.new}
            </Link>
          </p>
        </>
      ) : (
        <div className="space-boards">
          {boards.map(({ id, title, count }) => (
            <article key={id} className="card boardcard">
              <h3>
                <Link to={paths.board({ id, title })}>{title}</Link>
              </h3>
              {count ? <Progress {...count} /> : <p>{said.none}</p>}
            </article>
          ))}
        </div>
      )}
    </Plate>
  );
}

function Progress({ done, open, late, nextDue }: NonNullable<SpaceBoard['count']>) {
  const said = words.boards;
  const total = done + open;
  return (
    <>
      <div className="parts" role="img" aria-label={said.parts(done, open)}>
        {done > 0 && <span style={{ flex: done }} />}
        {open > 0 && <span className="left" style={{ flex: open }} />}
      </div>
      <p>
        {said.done(done, total)}
        {late > 0 ? (
          <>
            {', '}
            <span className="warning font-semibold">{said.late(late)}</span>
          </>
        ) : (
          nextDue && `, ${said.next(dates.short(new Date(nextDue)))}`
        )}
      </p>
    </>
  );
}

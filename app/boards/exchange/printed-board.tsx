import { Printer } from 'lucide-react';
import { Link } from 'react-router';
import { board as words } from '#shared/boards/board.fr.ts';
import { due as days } from '#shared/boards/card/due.fr.ts';
import { dayIs } from '#shared/boards/card/property/card-properties.fr.ts';
import { DAYS, SETS } from '#shared/boards/card/property/card-properties.ts';
import { boardExchange } from '#shared/boards/exchange/board-exchange.fr.ts';
import type { BoardFile, FileCard } from '#shared/boards/exchange/board-file.ts';
import { paths } from '#shared/paths.ts';

interface PrintedBoardProps {
  readonly board: { readonly id: string; readonly title: string };
  readonly group: string;
  readonly file: BoardFile;
  /** The day, in words. */
  readonly printed: string;
}

/** The cards of a board, column by column, as paper wants them; the archive stays out. */
export function PrintedBoard({ board, group, file, printed }: PrintedBoardProps) {
  const cards = file.cards.filter(({ archived }) => !archived);
  const names = new Map(
    [...file.labels, ...file.people, ...file.organisations].map(({ id, name }) => [id, name]),
  );
  return (
    <>
      <p className="row no-print">
        <button className="btn primary" type="button" onClick={() => window.print()}>
          <Printer className="icon" aria-hidden="true" />
          {boardExchange.printButton}
        </button>
        <Link className="btn" to={paths.board(board)}>
          {boardExchange.backToBoard}
        </Link>
      </p>
      <header>
        <h1>{board.title}</h1>
        <p className="muted">
          {group} · {boardExchange.printed(printed)}
        </p>
      </header>
      {file.columns.map(({ id, name }) => {
        const own = cards.filter(({ columnId }) => columnId === id);
        return (
          <section key={id} aria-labelledby={`column-${id}`}>
            <h2 id={`column-${id}`}>{boardExchange.columnCount(name || words.unnamedColumn, own.length)}</h2>
            {own.length === 0 ? (
              <p className="muted">{words.emptyColumn}</p>
            ) : (
              own.map((card) => <PrintedCard key={card.id} card={card} names={names} />)
            )}
          </section>
        );
      })}
    </>
  );
}

function PrintedCard({ card, names }: { card: FileCard; names: ReadonlyMap<string, string> }) {
  const named = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []).join(', ');
  const facts = [
    ...DAYS.map((key) => card[key] && dayIs[key](days.whole(card[key]))),
    ...SETS.map((key) => named(card[key])),
  ].filter(Boolean);
  return (
    <article className="printed-card">
      <h3>{card.title || words.untitledCard}</h3>
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
      {card.description && <p className="printed-text">{card.description}</p>}
      {card.checklists.map(({ name, items }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lists have no id in a file, and nothing moves on paper
        <div key={at}>
          {name && <h4>{name}</h4>}
          <ul className="printed-steps">
            {items.map(({ text, done }, rank) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor have steps, of which two may say the same
              <li key={rank}>
                {done ? '☑' : '☐'} {text}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {card.files.length > 0 && <p>{boardExchange.printedFiles(card.files.map(({ name }) => name))}</p>}
    </article>
  );
}

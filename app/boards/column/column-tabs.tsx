import { board as words } from '#shared/boards/board.fr.ts';
import { columnAnchor } from '../list/opening-list.tsx';
import { ColumnCount } from './column-count.tsx';

interface Tab {
  readonly id: string;
  readonly name: string;
  readonly limit: number | null;
  readonly total: number;
}

/** On small screens, where one column is shown at a time: which one. Fragments do the same without script. */
export function ColumnTabs({
  columns,
  current,
  onChoose,
}: {
  columns: readonly Tab[];
  current: string | undefined;
  onChoose: (columnId: string) => void;
}) {
  return (
    <nav className="tabs coltabs" aria-label={words.columns}>
      {columns.map(({ id, name, limit, total }) => (
        <a
          key={id}
          href={`#${columnAnchor(id)}`}
          aria-current={id === current ? 'true' : undefined}
          onClick={(event) => {
            event.preventDefault();
            onChoose(id);
          }}
        >
          {name || words.unnamedColumn} <ColumnCount count={total} limit={limit} />
        </a>
      ))}
    </nav>
  );
}

import { boardFields as words } from '#shared/boards/board-fields.fr.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What was taken away and can be put back. */
export function RemovedList<T extends Named>({ title, hint, removed, onRestore }: RemovedListProps<T>) {
  if (removed.length === 0) return null;
  return (
    <section className="mt-4">
      <h3>{title}</h3>
      {hint && <p className="muted small">{hint}</p>}
      <ul className="ruled dialog-list">
        {removed.map((one) => (
          <li className="row nowrap" key={one.id}>
            <span>{one.name || words.unnamed}</span>
            <button
              className="btn sm push"
              type="button"
              aria-label={words.restoreNamed(one.name || words.unnamed)}
              onClick={() => onRestore(one)}
            >
              {words.restore}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RemovedListProps<T extends Named> {
  readonly title: string;
  readonly hint?: string;
  readonly removed: readonly T[];
  readonly onRestore: (one: T) => void;
}

import { history as words } from '#shared/documents/history/history.fr.ts';
import { changeSentence } from './change-sentence.ts';
import type { AuthoredChange } from './comparison-data.ts';
import { peopleNames } from './people-names.ts';

/** The changes of a comparison, each a way to its place in the text. */
export function ChangeList({
  changes,
  current,
  onShow,
}: {
  changes: readonly AuthoredChange[];
  current: number;
  onShow: (n: number) => void;
}) {
  return (
    <section className="change-list" aria-labelledby="modifications">
      <h2 id="modifications">{words.compare.list}</h2>
      <ol className="rope">
        {changes.map((change) => (
          <li key={change.n} className={change.n === current ? 'now' : ''}>
            <button
              type="button"
              className="change-link"
              aria-current={change.n === current ? 'true' : undefined}
              onClick={() => onShow(change.n)}
            >
              {changeSentence(change)}
            </button>
            {change.authors.length > 0 && <p className="muted small">{peopleNames(change.authors)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

import type { CallLaureates } from '#shared/programme/call/laureate.ts';
import { publicCalls as words } from '#shared/programme/call/public-calls.fr.ts';

/** [PS11] Who was selected and agreed to be named; how many more there are. */
export function LaureateList({ laureates }: { laureates: CallLaureates }) {
  const { named, unnamed } = laureates;
  return (
    <>
      {named.length > 0 && (
        <ul className="ruled mt-2">
          {named.map(({ title, cities, summary }) => (
            <li key={cities.join() + title}>
              <p className="break-words">
                <strong>{title}</strong> <span className="muted">{cities.join(', ')}</span>
              </p>
              {summary && <p className="muted small break-words">{summary}</p>}
            </li>
          ))}
        </ul>
      )}
      {unnamed > 0 && <p className="muted mt-2">{words.unnamed(unnamed, named.length > 0)}</p>}
    </>
  );
}

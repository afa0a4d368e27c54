import { useId } from 'react';
import type { CallLaureates } from '#shared/programme/call/laureate.ts';
import { publicCalls as words } from '#shared/programme/call/public-calls.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { LaureateList } from './laureate-list.tsx';

interface ListedCall {
  readonly id: string;
  readonly title: string;
  readonly season: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly part: 'open' | 'coming' | 'past';
  readonly laureates?: CallLaureates | null;
}

/** The calls of one part, with what to do by when; nothing when there is none. */
export function CallPart({ part, calls }: { part: ListedCall['part']; calls: readonly ListedCall[] }) {
  const id = useId();
  if (calls.length === 0) return null;
  return (
    <Plate id={id} title={words.parts[part]}>
      <ul className="ruled">
        {calls.map((call) => (
          <li key={call.id}>
            <h3 className="break-words">
              <a href={programmePaths.call(call)}>{call.title}</a>
            </h3>
            <p className="muted">
              {call.season} · <When {...call} />
            </p>
            {call.part === 'past' &&
              (call.laureates ? (
                <>
                  <h4 className="mt-3">{words.laureates}</h4>
                  <LaureateList laureates={call.laureates} />
                </>
              ) : (
                <p className="muted small">{words.notYet}</p>
              ))}
          </li>
        ))}
      </ul>
    </Plate>
  );
}

function When({ part, opensAt, closesAt }: ListedCall) {
  if (part === 'past') return words.closed(closesAt);
  const at = part === 'open' ? closesAt : opensAt;
  return (
    <>
      {part === 'open' ? words.until : words.from}{' '}
      <time dateTime={at.toISOString()}>
        <strong>{words.at(at)}</strong>
      </time>
    </>
  );
}

import { Download } from 'lucide-react';
import { useEffect } from 'react';
import { useLocation, useRevalidator } from 'react-router';
import { dates } from '#shared/messages/fr/dates.ts';
import { file } from '#shared/messages/fr/file.ts';
import { personalData } from '#shared/messages/fr/personal-data.ts';
import type { OwnDataState } from '#shared/personal-data/personal-data.ts';
import { personalDataPaths } from '#shared/personal-data/personal-data-paths.ts';

const words = personalData.export;
const LOOK_MS = 1_500;

interface Shown {
  readonly id: string;
  readonly state: OwnDataState;
  readonly done: number;
  readonly total: number;
  readonly bytes: number | null;
  readonly askedAt: Date;
  readonly expiresAt: Date | null;
}

/** The archives that somebody asked for, the last first. While one is being made the page looks again by itself; without script there is a link. */
export function OwnDataList({ exports }: { exports: readonly Shown[] }) {
  const { pathname } = useLocation();
  const { revalidate, state } = useRevalidator();
  const isWaiting = exports.some((shown) => shown.state === 'waiting' || shown.state === 'running');
  useEffect(() => {
    if (!isWaiting || state !== 'idle') return;
    const timer = setTimeout(() => void revalidate(), LOOK_MS);
    return () => clearTimeout(timer);
  }, [isWaiting, revalidate, state]);
  return (
    <>
      <h3 className="mt-8 mb-3">{words.list}</h3>
      {isWaiting && (
        <noscript>
          <p>
            <a href={pathname}>{words.look}</a>
          </p>
        </noscript>
      )}
      {exports.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <ul className="stack">
          {exports.map((shown) => (
            <li key={shown.id}>
              <State {...shown} />
              <p className="muted small">
                {words.askedOn(dates.short(shown.askedAt))}
                {shown.expiresAt && `. ${words.until(dates.short(shown.expiresAt))}.`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function State({ id, state, done, total, bytes }: Shown) {
  if (state === 'ready')
    return (
      <a className="btn" href={personalDataPaths.ownDataFile(id)} download>
        <Download className="icon" aria-hidden="true" />
        {words.download(file.size(bytes ?? 0))}
      </a>
    );
  if (state === 'failed') return <p>{words.failed}</p>;
  return (
    <div role="status">
      <p>{state === 'waiting' ? words.waiting : words.running(done, total)}</p>
      {total > 0 && <progress value={done} max={total} aria-label={words.running(done, total)} />}
    </div>
  );
}

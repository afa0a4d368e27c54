import { Download } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useLocation, useRevalidator } from 'react-router';
import { NoScript } from '../no-script.tsx';

const LOOK_MS = 1_500;

/** A file that a job makes, in words. */
export interface MadeFile {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'ready' | 'failed';
  readonly done: number;
  readonly total: number;
  /** How far it is, or why there is none. */
  readonly says: string;
  /** Once it is ready. */
  readonly href: string;
  readonly download: string;
  /** When it was asked for, and until when it is kept. */
  readonly line: string;
  /** What may be done while it is made. */
  readonly gesture?: ReactNode;
}

interface Words {
  readonly list: string;
  readonly none: string;
  readonly look: string;
}

/** Files that were asked for, the last first. While one is being made the page looks again by itself; without script there is a link. */
export function MadeFiles({ files, words }: { files: readonly MadeFile[]; words: Words }) {
  const { pathname } = useLocation();
  const { revalidate, state } = useRevalidator();
  const isWaiting = files.some((file) => file.state === 'waiting' || file.state === 'running');
  useEffect(() => {
    if (!isWaiting || state !== 'idle') return;
    const timer = setTimeout(() => void revalidate(), LOOK_MS);
    return () => clearTimeout(timer);
  }, [isWaiting, revalidate, state]);
  return (
    <>
      <h3 className="mt-8 mb-3">{words.list}</h3>
      {isWaiting && (
        <NoScript>
          <p>
            <a href={pathname}>{words.look}</a>
          </p>
        </NoScript>
      )}
      {files.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <ul className="stack">
          {files.map((file) => (
            <li key={file.id}>
              <State {...file} />
              <p className="muted small">{file.line}</p>
              {file.gesture}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function State({ state, done, total, says, href, download }: MadeFile) {
  if (state === 'ready')
    return (
      <a className="btn" href={href} download>
        <Download className="icon" aria-hidden="true" />
        {download}
      </a>
    );
  if (state === 'failed') return <p>{says}</p>;
  return (
    <div role="status">
      <p>{says}</p>
      {total > 0 && <progress value={done} max={total} aria-label={says} />}
    </div>
  );
}

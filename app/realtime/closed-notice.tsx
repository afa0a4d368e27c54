import { Clock, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { realtime as words } from '#shared/messages/fr/realtime.ts';
import { paths } from '#shared/paths.ts';
import { CLOSE } from '#shared/realtime.ts';
import type { SaveState } from './room-state.ts';
import { reasonOf } from './save-state.tsx';

/** Stands above the content when somebody can no longer write although they could: says why, and offers the way out. */
export function ClosedNotice({ save, onRetry }: { save: SaveState; onRetry: () => void }) {
  const isSentAway = save.state === 'offline' && save.code !== null;
  const isShown = useLate(isSentAway);
  if (isSentAway) {
    return isShown ? (
      <div className="note info" role="status">
        <Clock className="icon" aria-hidden="true" />
        <p>{reasonOf(save)}</p>
      </div>
    ) : null;
  }
  if (save.state !== 'closed' && save.state !== 'outdated') return null;
  return (
    <div className="note warning" role="alert">
      <TriangleAlert className="icon" aria-hidden="true" />
      <div>
        <p>{reasonOf(save)}</p>
        <WayOut code={save.state === 'closed' ? save.code : CLOSE.reload} onRetry={onRetry} />
      </div>
    </div>
  );
}

/** Most absences are over before a sentence about them could be read. */
const PATIENCE_MS = 3_000;

function useLate(isNow: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isNow) return setLate(false);
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isNow]);
  return isLate;
}

function WayOut({ code, onRetry }: { code: number; onRetry: () => void }) {
  if (code === CLOSE.forbidden || code === CLOSE.gone) return null;
  if (code === CLOSE.signIn) {
    const { pathname, search } = window.location;
    return (
      <a className="btn sm mt-2" href={paths.signIn(pathname + search)}>
        {words.signInAgain}
      </a>
    );
  }
  const isRetry = code === CLOSE.tooMany;
  return (
    <button
      className="btn sm mt-2"
      type="button"
      onClick={isRetry ? onRetry : () => window.location.reload()}
    >
      {isRetry ? words.retry : words.reload}
    </button>
  );
}

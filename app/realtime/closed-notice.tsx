import { TriangleAlert } from 'lucide-react';
import { realtime as words } from '#shared/messages/fr/realtime.ts';
import { paths } from '#shared/paths.ts';
import { CLOSE } from '#shared/realtime.ts';
import type { SaveState } from './room-state.ts';
import { reasonOf } from './save-state.tsx';

/** Stands above the content when somebody can no longer write although they could: says why, and offers the way out. */
export function ClosedNotice({ save, onRetry }: { save: SaveState; onRetry: () => void }) {
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

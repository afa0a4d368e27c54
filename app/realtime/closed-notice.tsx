import { Clock, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { paths } from '#shared/paths.ts';
import { realtime as words } from '#shared/realtime/realtime.fr.ts';
import { CLOSE } from '#shared/realtime/realtime.ts';
import type { LiveRoom } from './live-room.ts';
import type { SaveState } from './room-state.ts';
import { reasonOf } from './save-state.tsx';

interface ClosedNoticeProps {
  readonly save: SaveState;
  readonly room: LiveRoom | null;
  /** `document:<id>` or `board:<id>`. */
  readonly name: string;
  readonly title: string;
}

/** Stands above the content when somebody can no longer write although they could: says why, and offers the way out. */
export function ClosedNotice({ save, room, name, title }: ClosedNoticeProps) {
  const isSentAway = save.state === 'offline' && save.code !== null;
  const isShown = useIsLate(isSentAway);
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
        <p className="row mt-2">
          {save.state === 'closed' && room && ownsText(save) && (
            <button className="btn sm" type="button" onClick={() => void takeCopy(room, name, title)}>
              {words.takeCopy}
            </button>
          )}
          <WayOut code={save.state === 'closed' ? save.code : CLOSE.reload} room={room} />
        </p>
      </div>
    </div>
  );
}

/** Most absences are over before a sentence about them could be read. */
const PATIENCE_MS = 3_000;

function useIsLate(isNow: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isNow) return setLate(false);
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isNow]);
  return isLate;
}

/** What was written here and is nowhere else is offered back: after a restoration, or from a page that others deleted. */
function ownsText(save: SaveState & { state: 'closed' }): boolean {
  return save.code === CLOSE.restored || (save.code === CLOSE.gone && save.changes > 0);
}

async function takeCopy({ doc }: LiveRoom, room: string, title: string) {
  const { downloadCopy } = await import('./text-copy.ts');
  downloadCopy(doc, { room, title });
}

function OpenRestored({ room }: { room: LiveRoom }) {
  const [hasFailed, setFailed] = useState(false);
  async function open() {
    if (await room.putAside()) window.location.reload();
    else setFailed(true);
  }
  return (
    <>
      <button className="btn sm" type="button" onClick={() => void open()}>
        {words.openRestored}
      </button>
      <span role="alert">{hasFailed && words.openRestoredFailed}</span>
    </>
  );
}

function WayOut({ code, room }: { code: number; room: LiveRoom | null }) {
  if (code === CLOSE.forbidden || code === CLOSE.gone) return null;
  if (code === CLOSE.restored) return room && <OpenRestored room={room} />;
  if (code === CLOSE.signIn) {
    const { pathname, search } = window.location;
    return (
      <a className="btn sm" href={paths.signIn(pathname + search)}>
        {words.signInAgain}
      </a>
    );
  }
  const isRetry = code === CLOSE.tooMany;
  return (
    <button
      className="btn sm"
      type="button"
      onClick={() => (isRetry ? room?.reconnect() : window.location.reload())}
    >
      {isRetry ? words.retry : words.reload}
    </button>
  );
}

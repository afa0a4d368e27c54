import { useEffect } from 'react';
import { paths } from '#shared/paths.ts';
import type { LiveRoom } from '../../realtime/live-room.ts';

/** A page looked at for so long has been read. */
const READ_MS = 5_000;
/** While it stays in sight, what comes is read too. */
const AGAIN_MS = 30_000;

/** [V8] Notes that a document is being read, as long as it is in sight and new things come. Without an id nothing is noted yet. */
export function useReading(documentId: string | null, room: LiveRoom): void {
  useEffect(() => {
    if (documentId === null) return;
    let isNew = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      isNew = false;
      fetch(paths.documentVisit({ id: documentId }), { method: 'POST', keepalive: true }).catch(() => {
        isNew = true;
      });
    };
    const wait = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (isNew) note();
        wait(AGAIN_MS);
      }, ms);
    };
    let hasRead = false;
    const since = { shownAt: 0 };
    const onSight = () => {
      if (document.visibilityState === 'visible') {
        since.shownAt = performance.now();
        wait(hasRead ? AGAIN_MS : READ_MS);
      } else {
        clearTimeout(timer);
        hasRead ||= performance.now() - since.shownAt >= READ_MS;
        // What came while it was looked at, on the way out.
        if (hasRead && isNew && since.shownAt > 0) note();
        since.shownAt = 0;
      }
    };
    const onUpdate = () => {
      isNew ||= document.visibilityState === 'visible';
    };
    onSight();
    document.addEventListener('visibilitychange', onSight);
    room.doc.on('update', onUpdate);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onSight);
      room.doc.off('update', onUpdate);
      if (isNew && since.shownAt > 0 && performance.now() - since.shownAt >= READ_MS) note();
    };
  }, [documentId, room]);
}

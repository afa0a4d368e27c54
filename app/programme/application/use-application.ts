import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { type RawAnswers, readApplication } from '#shared/programme/application/application-doc.ts';
import type { LiveRoom } from '../../realtime/live-room.ts';

/** What a live room answers, read again after each of its changes; what the page came with until it is open. */
export function useAnswers(room: LiveRoom | null, isReady: boolean, first: RawAnswers): RawAnswers {
  const view = useMemo(() => (room ? viewOf(room.doc) : null), [room]);
  const live = useSyncExternalStore(
    view?.subscribe ?? never,
    () => view?.read() ?? null,
    () => null,
  );
  return isReady && live ? live : first;
}

const never = () => () => undefined;

function viewOf(doc: Y.Doc) {
  let read: RawAnswers | null = null;
  doc.on('update', () => {
    read = null;
  });
  return {
    read() {
      read ??= readApplication(doc);
      return read;
    },
    subscribe(listener: () => void) {
      doc.on('update', listener);
      return () => doc.off('update', listener);
    },
  };
}

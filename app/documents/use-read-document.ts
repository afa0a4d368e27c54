import { useEffect, useState } from 'react';
import { type ReadDocument, readDocument } from '#shared/document/document-reader.ts';
import type { LiveRoom } from '../realtime/live-room.ts';

/** What the page shows of a document. */
export type Drawn = Pick<ReadDocument, 'blocks' | 'outline'>;

/** Between two readings of a text that others are writing. */
const EVERY_MS = 250;

/** The document as it reads now: what the server drew, then what the live room holds. Without a room it stays as it is. */
export function useReadDocument(room: LiveRoom | null, drawn: Drawn): Drawn {
  const [read, setRead] = useState<Drawn>(drawn);
  useEffect(() => {
    if (!room) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = () => {
      timer = undefined;
      setRead(readDocument(room.doc));
    };
    const onUpdate = () => {
      timer ??= setTimeout(update, EVERY_MS);
    };
    update();
    room.doc.on('update', onUpdate);
    return () => {
      room.doc.off('update', onUpdate);
      clearTimeout(timer);
    };
  }, [room]);
  return read;
}

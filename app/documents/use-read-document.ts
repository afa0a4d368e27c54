import { useEffect, useState } from 'react';
import { type ReadDocument, readDocument } from '#shared/documents/text/document-reader.ts';
import type { ObjectNames } from '#shared/documents/text/object-names.ts';
import type { LiveRoom } from '../realtime/live-room.ts';
import type { Drawn } from './editor/drawn.ts';

/** Between two readings of a text that others are writing. */
const EVERY_MS = 250;

/** The document as it reads now: what the server drew, then what the live room holds. Without a room it stays as it is. */
export function useReadDocument(room: LiveRoom | null, drawn: Drawn): Drawn {
  const [read, setRead] = useState<Drawn>(drawn);
  const { names } = drawn;
  useEffect(() => {
    if (!room) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const update = async () => {
      timer = undefined;
      const now = readDocument(room.doc);
      // What the server drew stays until formulas can be drawn and names are known: neither flickers.
      const whole = needsMore(now)
        ? await finishReading(room, names, onUpdate).catch(() => ({ ...now, names }))
        : { ...now, names };
      if (isWanted) setRead(whole);
    };
    const onUpdate = () => {
      if (isWanted) timer ??= setTimeout(update, EVERY_MS);
    };
    void update();
    room.doc.on('update', onUpdate);
    return () => {
      isWanted = false;
      room.doc.off('update', onUpdate);
      clearTimeout(timer);
    };
  }, [room, names]);
  return read;
}

function needsMore({ objects, blocks }: ReadDocument): boolean {
  return objects.length > 0 || blocks.some((block) => block.includes('class="math"'));
}

async function finishReading(room: LiveRoom, names: ObjectNames, onNames: () => void): Promise<Drawn> {
  const module = await import('./insert/finish-reading.ts');
  return module.finishReading(room, names, onNames);
}

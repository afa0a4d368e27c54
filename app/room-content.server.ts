import { data, type RouterContextProvider } from 'react-router';
import type { DocReaders } from '#server/realtime/doc-readers.ts';
import { errorPage } from '#shared/messages/fr/frame.ts';
import { servicesContext } from './context.ts';

/**
 * What a reader makes of a live room, for a page. A page whose content cannot be had says so (503), and never shows an
 * empty one in its place: [R5] in docs/rules.md.
 */
export async function readRoom<K extends keyof DocReaders>(
  context: Readonly<RouterContextProvider>,
  room: string,
  reader: K,
) {
  const { rooms, log } = context.get(servicesContext);
  try {
    return await rooms.read(room, reader);
  } catch (error) {
    log.error({ err: error, room }, 'a page could not be shown');
    const isDamaged = error instanceof Error && error.name === 'BrokenLog';
    throw data(isDamaged ? errorPage.unreadable : errorPage.unavailable, { status: 503 });
  }
}

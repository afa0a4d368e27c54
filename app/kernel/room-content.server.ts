import { data, type RouterContextProvider } from 'react-router';
import type { DocReaders } from '#server/realtime/doc/doc-readers.ts';
import { errorPage } from '#shared/kernel/frame.fr.ts';
import { servicesContext } from '../context.ts';

/** What a reader makes of a live room, for a page. */
export function readRoom<K extends keyof DocReaders>(
  context: Readonly<RouterContextProvider>,
  room: string,
  reader: K,
) {
  const { rooms } = context.get(servicesContext);
  return orUnavailable(context, room, () => rooms.read(room, reader));
}

/**
 * What this work gives of a live room, for a page. A page whose content cannot be had says so (503), and never shows an
 * empty one in its place: [R5] in docs/rules/realtime.md.
 */
export async function orUnavailable<T>(
  context: Readonly<RouterContextProvider>,
  room: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    context.get(servicesContext).log.error({ err: error, room }, 'a page could not be shown');
    const isDamaged = error instanceof Error && error.name === 'BrokenLog';
    throw data(isDamaged ? errorPage.unreadable : errorPage.unavailable, { status: 503 });
  }
}

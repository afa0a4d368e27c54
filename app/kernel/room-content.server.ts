import { data, type RouterContextProvider } from 'react-router';
import type { Asking } from '#server/kernel/lane/lane.ts';
import type { DocReaders } from '#server/realtime/doc/doc-readers.ts';
import { refusedRequest } from '#shared/kernel/refused-request.fr.ts';
import { servicesContext } from '../context.ts';
import { requireMember } from './access.server.ts';

/** What a reader makes of a live room, for a page. */
export function readRoom<K extends keyof DocReaders>(
  context: Readonly<RouterContextProvider>,
  room: string,
  reader: K,
) {
  const { rooms } = context.get(servicesContext);
  return orUnavailable(context, room, (asking) => rooms.read(room, reader, asking));
}

/** In seconds: what of somebody's own is before is done by then, or given up. */
const COME_BACK = 20;

/**
 * What this work gives of a live room, for a page, in the turn of whoever asks for it ([R12]). A page whose content cannot be had says so
 * (503), and never shows an empty one in its place: [R5] in docs/rules/realtime.md.
 */
export async function orUnavailable<T>(
  context: Readonly<RouterContextProvider>,
  room: string,
  work: (asking: Asking) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const by = { account: requireMember(context).id };
  try {
    return await work({ by, signal });
  } catch (error) {
    if (error instanceof Error && error.name === 'LaneFull')
      throw data(refusedRequest.inTurn, { status: 503, headers: { 'Retry-After': String(COME_BACK) } });
    if (signal?.aborted) throw data(null, { status: 503 });
    context.get(servicesContext).log.error({ err: error, room }, 'a page could not be shown');
    const isDamaged = error instanceof Error && error.name === 'BrokenLog';
    throw data(isDamaged ? refusedRequest.unreadable : refusedRequest.unavailable, { status: 503 });
  }
}

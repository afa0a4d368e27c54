import { CACHE_PREFIX } from '#shared/kernel/offline/kept-room.ts';
import { fateOf } from './kept-pages.ts';

const IMAGES = `${CACHE_PREFIX}images`;
const MOST = 300;

/** Images of documents, as they were last seen by this account: for when the server cannot be reached. */
export interface RoomImages {
  answer(request: Request): Promise<Response>;
  clear(): Promise<void>;
}

export function createRoomImages(): RoomImages {
  async function keep(request: Request, response: Response): Promise<void> {
    const cache = await caches.open(IMAGES);
    await cache.put(request, response);
    const oldest = (await cache.keys()).slice(0, -MOST);
    await Promise.all(oldest.map((old) => cache.delete(old)));
  }
  return {
    async answer(request) {
      try {
        const response = await fetch(request);
        // Attached files are never kept: the server says so of each.
        const mayKeep = !response.headers.get('cache-control')?.includes('no-store');
        if (response.status === 200 && mayKeep) keep(request, response.clone()).catch(() => undefined);
        if (fateOf(response.status) === 'taken') await (await caches.open(IMAGES)).delete(request);
        return response;
      } catch (error) {
        const kept = await (await caches.open(IMAGES)).match(request, { ignoreVary: true });
        if (!kept) throw error;
        return kept;
      }
    },
    async clear() {
      await caches.delete(IMAGES);
    },
  };
}

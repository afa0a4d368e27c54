import { CACHE_PREFIX } from '#shared/kernel/offline/kept-room.ts';
import { buildsToDrop, type KeptEntry } from './kept-pages.ts';

const FILES = `${CACHE_PREFIX}build-`;

/** The built scripts, styles and fonts. Their names carry their hash: what was once loaded never changes. */
export interface BuiltFiles {
  /** Brings everything that a document or a board may ask for. Rejects when a part is missing. */
  install(): Promise<void>;
  answer(request: Request): Promise<Response>;
  /** Removes the files of builds that nobody needs any more. */
  dropOld(entries: readonly KeptEntry[]): Promise<void>;
}

/** @param files addresses of what documents and boards of this build may load, now or later */
export function createBuiltFiles(build: string, files: readonly string[]): BuiltFiles {
  const find = (request: Request | string) => caches.match(request, { ignoreVary: true });
  return {
    async install() {
      const cache = await caches.open(FILES + build);
      await Promise.all(
        files.map(async (file) => {
          // Most files of a new build are those of the one before.
          const known = await find(file);
          return known ? cache.put(file, known) : cache.add(file);
        }),
      );
    },
    async answer(request) {
      const known = await find(request);
      if (known) return known;
      const response = await fetch(request);
      if (response.status === 200) {
        const copy = response.clone();
        // A full device keeps less: the page goes on all the same.
        caches
          .open(FILES + build)
          .then((cache) => cache.put(request, copy))
          .catch(() => undefined);
      }
      return response;
    },
    async dropOld(entries) {
      const builds = (await caches.keys())
        .filter((name) => name.startsWith(FILES))
        .map((name) => name.slice(FILES.length));
      await Promise.all(buildsToDrop(builds, build, entries).map((old) => caches.delete(FILES + old)));
    },
  };
}

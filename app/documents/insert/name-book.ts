import { MOST_NAMES_ASKED, type ObjectRef, objectKey } from '#shared/documents/attribute/document-objects.ts';
import type { NamedObject, ObjectNames } from '#shared/documents/text/object-names.ts';
import { paths } from '#shared/paths.ts';

/** What is known of an object: its name and place, nothing (`null`: hidden from this reader), or not yet (`undefined`). */
export interface Known {
  readonly named: NamedObject | null | undefined;
}

export interface NameBook {
  /** What is known now. What is not is asked for; whoever gives `onNews` hears of every change from then on. */
  look(ref: ObjectRef, onNews: () => void): Known;
  /** No longer hears. */
  leave(onNews: () => void): void;
  /** Names that came with the page. */
  teach(names: ObjectNames): void;
  /** Asks again for all: titles change elsewhere. */
  refresh(): void;
}

type Ask = (keys: readonly string[]) => Promise<ObjectNames>;

/** So many milliseconds to gather what a whole text points to into one request. */
const GATHER_MS = 40;

/** [D10] The names of objects, each asked for once, many in one request. An answer that does not come leaves what was known. */
export function createNameBook(ask: Ask): NameBook {
  const known = new Map<string, NamedObject | null>();
  const listeners = new Set<() => void>();
  const wanted = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const gather = () => {
    if (timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      const keys = [...wanted];
      wanted.clear();
      for (let start = 0; start < keys.length; start += MOST_NAMES_ASKED)
        void fetchNames(keys.slice(start, start + MOST_NAMES_ASKED));
    }, GATHER_MS);
  };

  async function fetchNames(keys: readonly string[]): Promise<void> {
    const names = await ask(keys).catch(() => null);
    if (!names) return;
    let isNew = false;
    for (const key of keys) {
      const [before, now] = [known.get(key), Object.hasOwn(names, key) ? (names[key] ?? null) : null];
      known.set(key, now);
      isNew ||= before === undefined || !isSame(before, now);
    }
    if (isNew) for (const tell of [...listeners]) tell();
  }

  return {
    look(ref, onNews) {
      listeners.add(onNews);
      const key = objectKey(ref);
      if (!known.has(key) && !wanted.has(key)) {
        wanted.add(key);
        gather();
      }
      return { named: known.get(key) };
    },
    leave: (onNews) => void listeners.delete(onNews),
    teach(names) {
      for (const [key, named] of Object.entries(names)) if (!known.has(key)) known.set(key, named);
    },
    refresh() {
      for (const key of known.keys()) wanted.add(key);
      if (wanted.size > 0) gather();
    },
  };
}

function isSame(one: NamedObject | null, other: NamedObject | null): boolean {
  const { mode, standing, colour } = one?.excerpt ?? {};
  const { excerpt: now } = other ?? {};
  return (
    (['name', 'href', 'state', 'detail', 'canTick'] as const).every(
      (part) => one?.[part] === other?.[part],
    ) &&
    mode === now?.mode &&
    standing === now?.standing &&
    colour === now?.colour
  );
}

async function askServer(keys: readonly string[]): Promise<ObjectNames> {
  const answer = await fetch(paths.objectNames(keys));
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as { names: ObjectNames }).names;
}

/** The names of this page. */
export const nameBook = createNameBook(askServer);

/** A title may have changed since one last looked at the page. */
const STALE_MS = 60_000;
if (typeof document !== 'undefined') {
  const refresh = () => document.visibilityState === 'visible' && nameBook.refresh();
  document.addEventListener('visibilitychange', refresh);
  setInterval(refresh, STALE_MS);
}

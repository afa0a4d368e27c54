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
  /** Names that came with the page; who has looked for them hears of it. */
  teach(names: ObjectNames): void;
  /** Asks again for all: titles change elsewhere. */
  refresh(): void;
}

type Ask = (keys: readonly string[]) => Promise<ObjectNames>;

/** So many milliseconds to gather what a whole text points to into one request. */
const GATHER_MS = 40;
/** What was not answered is asked again after so long, then after twice as long, and so on up to a minute. */
const AGAIN_MS = 2_000;
const LONGEST_MS = 60_000;

/**
 * [D10] The names of objects, each asked for once, many in one request. An answer that does not come leaves what was known, and what is
 * not known yet is asked again by itself.
 */
export function createNameBook(ask: Ask, againMs = AGAIN_MS): NameBook {
  const known = new Map<string, NamedObject | null>();
  const listeners = new Set<() => void>();
  const wanted = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let pause = againMs;

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
    if (!names) return askAgain(keys);
    pause = againMs;
    let isNew = false;
    for (const key of keys) {
      const [before, now] = [known.get(key), Object.hasOwn(names, key) ? (names[key] ?? null) : null];
      known.set(key, now);
      isNew ||= before === undefined || !isSame(before, now);
    }
    if (isNew) tellAll();
  }

  function tellAll(): void {
    for (const tell of [...listeners]) tell();
  }

  function askAgain(keys: readonly string[]): void {
    for (const key of keys) if (!known.has(key)) wanted.add(key);
    if (wanted.size === 0 || again) return;
    again = setTimeout(() => {
      again = undefined;
      gather();
    }, pause);
    pause = Math.min(pause * 2, LONGEST_MS);
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
      const news = Object.entries(names).filter(([key]) => !known.has(key));
      for (const [key, named] of news) known.set(key, named);
      // Who looked before they came would wait for an answer that then says nothing new. Not while somebody draws, or changes the text.
      if (news.length > 0) queueMicrotask(tellAll);
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

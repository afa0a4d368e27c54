import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, type TestInfo } from '@playwright/test';
import { CACHE_PREFIX, KEPT_DATABASE } from '#shared/kernel/offline/kept-room.ts';

/** A browser with its own folder on the disk: closed and opened again, it has what it had. */
export interface Device {
  /** Starts the browser; a page of it. */
  open(): Promise<Page>;
  context(): BrowserContext;
  close(): Promise<void>;
  remove(): Promise<void>;
}

export async function newDevice({ project }: TestInfo, baseURL: string): Promise<Device> {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-device-'));
  const { launchOptions, locale, timezoneId } = project.use;
  let context: BrowserContext | null = null;
  const device: Device = {
    async open() {
      context = await chromium.launchPersistentContext(folder, {
        ...launchOptions,
        baseURL,
        serviceWorkers: 'allow',
        ...(locale && { locale }),
        ...(timezoneId && { timezoneId }),
      });
      return context.pages()[0] ?? context.newPage();
    },
    context() {
      if (!context) throw new Error('the browser is closed');
      return context;
    },
    async close() {
      await context?.close();
      context = null;
    },
    async remove() {
      await device.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return device;
}

/** Titles of the documents and boards whose pages this device keeps. */
export function keptTitles(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (name) => {
    const databases = await indexedDB.databases();
    if (!databases.some((database) => database.name === name)) return [];
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const entries = await new Promise<{ title: string }[]>((resolve, reject) => {
      const all = db.transaction('entries').objectStore('entries').getAll();
      all.onsuccess = () => resolve(all.result);
      all.onerror = () => reject(all.error);
    });
    db.close();
    return entries.map(({ title }) => title);
  }, KEPT_DATABASE);
}

/** Waits until the page of this document or board is on the device. */
export async function expectKept(page: Page, title: string): Promise<void> {
  await expect.poll(() => keptTitles(page)).toContain(title);
}

/** Whatever this device has of us: databases and caches by name, workers by number. */
export function tracesOf(page: Page): Promise<{ databases: string[]; caches: string[]; workers: number }> {
  return page.evaluate(async (prefix) => {
    const databases = await indexedDB.databases();
    const workers = await navigator.serviceWorker.getRegistrations();
    return {
      databases: databases.flatMap(({ name }) => (name ? [name] : [])),
      caches: (await caches.keys()).filter((name) => name.startsWith(prefix)),
      workers: workers.length,
    };
  }, CACHE_PREFIX);
}

/** Keeps whatever this device has of rooms from being read or written by other pages, until this page is closed. */
export function keepDeviceBusy(page: Page): Promise<void> {
  return page.evaluate(async (kept) => {
    for (const { name } of await indexedDB.databases()) {
      if (!name || name === kept) continue;
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const [first] = db.objectStoreNames;
      if (!first) continue;
      const store = db.transaction(db.objectStoreNames, 'readwrite').objectStore(first);
      // A transaction lives as long as something is asked of it.
      await new Promise<void>((resolve) => {
        const ask = () => {
          store.count().onsuccess = () => {
            resolve();
            ask();
          };
        };
        ask();
      });
    }
  }, KEPT_DATABASE);
}

/** Spends what the browser has set aside for this site, until it keeps not one letter more. */
export function fillDevice(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('filled');
    opening.onupgradeneeded = () => opening.result.createObjectStore('filled', { autoIncrement: true });
    const isOpen = await new Promise<boolean>((resolve) => {
      opening.onsuccess = () => resolve(true);
      opening.onerror = () => resolve(false);
    });
    if (!isOpen) return;
    const isKept = (letters: number) =>
      new Promise<boolean>((resolve) => {
        const writing = opening.result.transaction('filled', 'readwrite');
        writing.oncomplete = () => resolve(true);
        writing.onabort = () => resolve(false);
        writing.objectStore('filled').add('x'.repeat(letters));
      });
    for (const letters of [100_000, 1_000, 1]) while (await isKept(letters));
    opening.result.close();
  });
}

/** Those of these words that stand anywhere in what this browser keeps of us: databases, local storage, that of the tab, caches. */
export function wordsKept(page: Page, words: readonly string[]): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const texts: string[] = [];
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const read = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value);
      else if (value instanceof ArrayBuffer) texts.push(new TextDecoder().decode(value));
      else if (ArrayBuffer.isView(value)) texts.push(new TextDecoder().decode(value));
      else if (typeof value === 'object' && value !== null) {
        for (const [key, one] of Object.entries(value)) {
          texts.push(key);
          read(one);
        }
      }
    };
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      texts.push(name);
      const db = await answer(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const asked = db.transaction(store).objectStore(store);
        read(await Promise.all([answer(asked.getAllKeys()), answer(asked.getAll())]));
      }
      db.close();
    }
    for (const storage of [localStorage, sessionStorage]) read(Object.entries(storage));
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        texts.push(request.url, (await (await cache.match(request))?.text()) ?? '');
      }
    }
    return wanted.filter((word) => texts.some((text) => text.includes(word)));
  }, words);
}

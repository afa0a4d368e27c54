/**
 * The service worker, built on its own (vite.config.ts). What is known opens without a network; with one, the network's
 * answer is always the one that is shown (docs/decisions/0012).
 */
import type { WorkerMessage } from '#shared/kernel/offline/kept-room.ts';
import { closeCopies, closeLeftCopies } from '../../realtime/closing/close-copies.ts';
import { unsentChanges } from '../../realtime/closing/held-copies.ts';
import { createBuiltFiles } from './built-files.ts';
import { type EndedSession, openKeptStore } from './kept-store.ts';
import { createKnownPages } from './known-pages.ts';
import { createPageAnswers } from './page-answers.ts';
import { createRoomImages } from './room-images.ts';
import type { WorkerScope } from './worker-scope.ts';

/** Written in by the build: its name, and the files of its documents and boards. */
declare const BUILD: string;
declare const BUILD_FILES: readonly string[];

const scope = self as unknown as WorkerScope;
const now = () => Date.now();
const store = openKeptStore();
const files = createBuiltFiles(BUILD, BUILD_FILES);
const images = createRoomImages();
const pages = createKnownPages({ store, unsentChanges, build: BUILD, onLeft, onEnded, now });
const answers = createPageAnswers({
  store,
  unsentChanges,
  pages,
  sheets: BUILD_FILES.filter((file) => file.endsWith('.css')),
  now,
});

/** Somebody's session has ended: nothing of theirs stays open, and work that only this device has is kept closed for them. */
async function onLeft(): Promise<void> {
  await images.clear();
  await closeLeftCopies();
}

/** The same when no server can be asked: under the key that came with their pages. */
async function onEnded({ account, seal }: EndedSession): Promise<void> {
  await images.clear();
  await closeCopies({ account: null, seals: seal ? { [account]: seal } : {} });
}

scope.addEventListener('install', (event) => {
  // At once: pages name the files of their build, so that it does not matter which worker serves them.
  event.waitUntil(files.install().then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  const tidy = store.entries().then((entries) => files.dropOld(entries));
  event.waitUntil(
    Promise.allSettled([scope.registration.navigationPreload?.enable(), scope.clients.claim(), tidy]),
  );
});

scope.addEventListener('message', (event) => {
  event.waitUntil(obey(event.data as WorkerMessage).catch(() => undefined));
});

async function obey(message: WorkerMessage): Promise<void> {
  if (message.type === 'opened') await pages.opened(message.path);
  if (message.type === 'gone') await pages.forget(message.room);
  if (message.type === 'signedOut') await Promise.all([pages.leave(), images.clear()]);
}

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== scope.location.origin) return;
  if (pathname.endsWith('.data')) return event.respondWith(answers.data(event));
  if (request.method !== 'GET') return;
  // What stands in a frame is nobody's page, and says by its own headers who may frame it.
  if (pathname.startsWith('/videos/')) return;
  if (request.mode === 'navigate') return event.respondWith(answers.page(event));
  if (pathname.startsWith('/assets/')) return event.respondWith(files.answer(request));
  if (pathname.startsWith('/fichiers/')) event.respondWith(images.answer(request));
});

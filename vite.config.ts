import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { ownScripts } from './vite-own-scripts.ts';

export default defineConfig({
  plugins: [
    // React Aria speaks thirty languages; the screen speaks one.
    { ...optimizeLocales.vite({ locales: ['fr-FR'] }), enforce: 'pre' },
    tailwindcss(),
    reactRouter(),
    ownScripts({
      'service-worker.js': 'app/kernel/offline/service-worker.ts',
      'close-device.js': 'app/realtime/closing/close-device.ts',
    }),
  ],
  environments: {
    client: {
      build: {
        rollupOptions: {
          output: {
            // Every page brings the list of all files: their names would be a fifth of it.
            chunkFileNames: 'assets/[hash:7].js',
            entryFileNames: 'assets/[hash:7].js',
            // Each icon alone would be a request of its own; together they weigh less than their headers. So would
            // each small module that most pages share: a first paint waits behind every request before it. An icon of
            // one place only comes with that place, and so do charts; React Aria with the menus and
            // dialogs, which are loaded late; and Yjs with the pages that are live. Words, and the
            // addresses of the programme, come with what says them. A group takes along whatever its
            // modules import: a test here names only those that import nothing which other pages need.
            codeSplitting: {
              groups: [
                { name: 'icons', test: /node_modules[\\/]lucide-react/, minShareCount: 3, priority: 2 },
                {
                  name: 'ui',
                  test: /[\\/]app[\\/](?:kernel[\\/]static-page|ui[\\/](?!charts[\\/]|late[\\/]|records[\\/]))/,
                  minShareCount: 2,
                  priority: 2,
                },
                // Tables of records, sections of forms, files that are made: for the pages that have some, not for texts and boards.
                { name: 'records', test: /[\\/]app[\\/]ui[\\/]records[\\/]/, minShareCount: 2, priority: 2 },
                {
                  name: 'common',
                  // What frames the public site is of many pages, none of which loads a script.
                  test: /^(?!.*(?:react-aria|react-stately|[\\/]publication[\\/]public-site[\\/](?:absent-page|site-frame|site-navigation|social-meta)\.|[\\/](?:yjs|lib0)[\\/]|[\\/]app[\\/]ui[\\/]late[\\/]|[\\/]shared[\\/](?!kernel[\\/][a-z-]+\.fr)(?:[a-z-]+[\\/])*[a-z-]+\.fr\.ts|[\\/]shared[\\/](?:documents|library|programme|publication[\\/](?!open-data|public-site)|reviews)[\\/a-z-]*-paths\.ts))/,
                  minShareCount: 16,
                  priority: 1,
                },
                {
                  name: 'programme-paths',
                  test: /[\\/]shared[\\/](?:documents|library|programme|publication[\\/](?!open-data|public-site)|reviews)[\\/a-z-]*-paths\.ts/,
                  minShareCount: 2,
                },
                { name: 'yjs', test: /node_modules[\\/](?:yjs|lib0)[\\/]/, minShareCount: 2 },
                // Smaller than the headers of a request, and of every page or of each text and board.
                // Every page loads something later and asks which room its address is of: that must not bring the live text along.
                {
                  name: 'everywhere',
                  test: /(?:vite[\\/]preload-helper|[\\/]app[\\/]kernel[\\/](?:refused|told)-page\.|[\\/]app[\\/]ui[\\/]late[\\/]menu-button\.|[\\/]shared[\\/]kernel[\\/]access[\\/][a-z-]+\.fr|[\\/]icons[\\/](?:list|redo-2|undo-2)\.|use-sync-external-store|[\\/]app[\\/]realtime[\\/](?:databases|device-copies|generation)\.ts|[\\/]shared[\\/](?:realtime[\\/]realtime\.ts|kernel[\\/]offline[\\/]|people[\\/]organisation[\\/]organisation\.ts))/,
                  minShareCount: 2,
                  priority: 3,
                },
                {
                  name: 'live',
                  test: /[\\/](?:app[\\/]realtime[\\/](?!fallback|comment|closing)|shared[\\/]documents[\\/]comment[\\/]comment-entry)/,
                  minShareCount: 2,
                  priority: 1,
                },
                // What closes a browser is loaded late, on every page: it must not bring the live text along.
                { name: 'closing', test: /[\\/]app[\\/]realtime[\\/]closing[\\/]/, minShareCount: 2 },
                {
                  name: 'text-parts',
                  test: /[\\/]shared[\\/]documents[\\/]attribute[\\/]/,
                  minShareCount: 2,
                  priority: 1,
                },
                {
                  name: 'document-words',
                  test: /[\\/]shared[\\/]documents[\\/][a-z-]+\.fr\.ts/,
                  minShareCount: 2,
                },
                // Smaller than the headers of a request, and of whatever is loaded late with a menu.
                {
                  name: 'aria-frame',
                  test: /(?:[\\/]app[\\/]ui[\\/]late[\\/]aria-frame\.|[\\/]I18nProvider\.)/,
                  minShareCount: 2,
                },
                // Marks and blocks of a text, as HTML: whoever draws the ones draws the others.
                {
                  name: 'markup',
                  test: /[\\/]shared[\\/]documents[\\/]text[\\/][a-z]+-markup\.ts/,
                  minShareCount: 2,
                },
                // Each is little more than the headers of a request.
                {
                  name: 'document-parts',
                  test: /[\\/](?:app[\\/]documents[\\/](?:document-crumbs|reading-view|editor[\\/]prose-class|history[\\/](?:document-past|visit-tools)|access[\\/]access-request-link)|shared[\\/]documents[\\/]document-access)\.tsx?/,
                  minShareCount: 2,
                },
                {
                  name: 'board-parts',
                  test: /[\\/]app[\\/]boards[\\/]parts[\\/]/,
                  minShareCount: 2,
                },
                {
                  name: 'board-words',
                  test: /[\\/]shared[\\/]boards[\\/](?:card[\\/])?[a-z-]+\.fr\.ts/,
                  minShareCount: 2,
                  priority: 1,
                },
              ],
            },
          },
        },
      },
    },
    // `server/app.ts` is the door of the build: plain Node (`server/index.ts`) imports its output.
    ssr: { build: { rollupOptions: { input: './server/app.ts' } } },
  },
  optimizeDeps: {
    // Found late, each would reload the page at a developer's first visit.
    include: [
      'react-aria-components',
      '@tiptap/core',
      '@tiptap/extensions',
      '@tiptap/extension-details',
      '@tiptap/extension-image',
      '@tiptap/extension-list',
      '@tiptap/extension-subscript',
      '@tiptap/extension-superscript',
      '@tiptap/extension-table',
      '@tiptap/pm/state',
      '@tiptap/pm/view',
      '@tiptap/react',
      '@tiptap/starter-kit',
      '@tiptap/extension-collaboration',
      '@tiptap/extension-collaboration-caret',
      'lib0/decoding',
      'yjs',
      'y-websocket',
      'y-indexeddb',
    ],
  },
  build: { target: ['chrome123', 'firefox120', 'safari17.5'] },
});

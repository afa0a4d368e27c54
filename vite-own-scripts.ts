import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

/** What a document or a board is made of; whatever these load, now or later, the worker brings with it. */
const PAGES = [
  'entry.client',
  'root',
  'kernel/routes/workspace',
  'documents/routes/document',
  'boards/routes/board',
];

/**
 * Builds the service worker and the script of the sign-in page, each into one file of its own, at an address that never changes. The
 * worker names the build and its files: last of all, since the framework writes its manifest with the server's bundle.
 * @param scripts entries by the name of the file
 */
export function ownScripts(scripts: Readonly<Record<string, string>>): Plugin {
  let folder = '';
  let files: readonly string[] = [];
  return {
    name: 'cordee:own-scripts',
    apply: 'build',
    // One instance for the two bundles: what the first found is written after the second.
    sharedDuringBuild: true,
    generateBundle: {
      order: 'post',
      handler({ dir }, bundle) {
        if (this.environment.name !== 'client') return;
        folder = dir ?? '';
        files = filesOf(bundle);
      },
    },
    async closeBundle() {
      if (this.environment.name !== 'ssr') return;
      const manifest = readdirSync(join(folder, 'assets')).find((file) => /^manifest-[\w-]+\.js$/.test(file));
      if (!manifest) throw new Error('the manifest of the framework is not where it was');
      for (const [name, entry] of Object.entries(scripts)) {
        await build({
          configFile: false,
          logLevel: 'warn',
          define: {
            BUILD: JSON.stringify(manifest.slice('manifest-'.length, -'.js'.length)),
            BUILD_FILES: JSON.stringify([...files, `assets/${manifest}`].map((file) => `/${file}`)),
          },
          publicDir: false,
          build: {
            outDir: folder,
            emptyOutDir: false,
            copyPublicDir: false,
            rollupOptions: { input: entry, output: { format: 'iife', entryFileNames: name } },
          },
        });
      }
    },
  };
}

function filesOf(bundle: Rolldown.OutputBundle): readonly string[] {
  const found = new Set<string>();
  const take = (file: string) => {
    const chunk = bundle[file];
    if (found.has(file) || !chunk) return;
    found.add(file);
    if (chunk.type !== 'chunk') return;
    for (const other of [...chunk.imports, ...chunk.dynamicImports]) take(other);
    for (const other of chunk.viteMetadata?.importedCss ?? []) take(other);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && PAGES.some((page) => chunk.facadeModuleId?.includes(`/app/${page}.tsx`))) {
      take(chunk.fileName);
    }
  }
  // The fonts of French; those of other alphabets are kept once they were of use.
  for (const file of Object.keys(bundle)) if (/-latin-wght-.*\.woff2$/.test(file)) take(file);
  return [...found].sort();
}

import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import type { Services } from '../services.ts';
import { StartRefusal } from './start-refusal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What answers pages, and where their files are: the build, or Vite in development.
 * @throws {StartRefusal} when there is no build.
 */
export async function loadPages(
  services: Services,
  server: Server,
): Promise<{ pages: RequestHandler; client: string | RequestHandler }> {
  if (services.env.NODE_ENV === 'development') {
    const vite = await import('vite').then(({ createServer: createVite }) =>
      createVite({ root, server: { middlewareMode: true, hmr: { server } } }),
    );
    const pages: RequestHandler = async (request, response, next) => {
      try {
        const { createPages } = await vite.ssrLoadModule('./server/app.ts');
        await createPages(services)(request, response, next);
      } catch (error) {
        if (error instanceof Error) vite.ssrFixStacktrace(error);
        next(error);
      }
    };
    return { pages, client: vite.middlewares };
  }
  const built = new URL('../../build/server/index.js', import.meta.url);
  if (!existsSync(built)) throw new StartRefusal(words.buildMissing);
  const { createPages } = await import(built.href);
  return { pages: createPages(services), client: `${root}build/client` };
}

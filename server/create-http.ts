import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { WORKER_ADDRESS } from '#shared/kernel/offline/kept-room.ts';
import { paths } from '#shared/paths.ts';
import { clientFiles } from './kernel/http/assets.ts';
import { clearingWorker } from './kernel/http/clearing-worker.ts';
import { healthRoutes } from './kernel/http/health.ts';
import { lastAnswer, readableAddress } from './kernel/http/last-answer.ts';
import { metricsRoute } from './kernel/http/metrics.ts';
import { pageDoor } from './kernel/http/own-origin.ts';
import { stampPeer } from './kernel/http/peer.ts';
import { everyAnswer, pageHeaders } from './kernel/http/security-headers.ts';
import { tellWhen } from './kernel/http/tell-when.ts';
import { videoPlayer } from './kernel/http/video-player.ts';
import { pdfFrame } from './library/resource/pdf-frame.ts';
import { uploadDoor } from './library/resource/upload-door.ts';
import { createApi } from './operations/api/api.ts';
import { createApiRate } from './operations/api/api-rate.ts';
import { mcpDoor } from './operations/mcp/mcp-door.ts';
import { authHandler } from './people/auth/auth-handler.ts';
import { publicPages } from './publication/public-site/public-pages.ts';
import { publicSite } from './publication/public-site/public-site.ts';
import { SECURITY_TXT, securityTxt } from './publication/public-site/security-txt.ts';
import { visitorHome } from './publication/public-site/visitor-home.ts';
import type { Services } from './services.ts';

/** Where the files of the build are that never change. */
const BUILT = '/assets/';

interface HttpOptions {
  readonly services: Services;
  readonly pages: RequestHandler;
  /** Folder of the built client, or Vite's middleware in development. */
  readonly client: string | RequestHandler;
  readonly isStopping: () => boolean;
}

/** Everything that answers over HTTP, in the order a request meets it. */
export function createHttp({ services, pages, client, isStopping }: HttpOptions): Express {
  const http = express();
  http.disable('x-powered-by');
  const headers = everyAnswer({
    isHttps: services.origin.startsWith('https:'),
    hasSubdomains: services.env.HSTS_SUBDOMAINS,
  });
  // Not on what the build made: a kilobyte of policy on each of fifty scripts says nothing to a browser.
  http.use((request, response, next) =>
    request.path.startsWith(BUILT) ? next() : headers(request, response, next),
  );
  http.use(tellWhen);
  http.use(readableAddress);
  // First, so that whoever counts by peer finds the real one.
  http.use(stampPeer(services.peers));
  http.use(healthRoutes(services, isStopping));
  http.use(metricsRoute(services));
  // Before the compression, which would keep back what is streamed until it is worth compressing.
  http.use((request, response, next) =>
    request.path.startsWith('/collab/') ? services.rooms.handleRequest(request, response) : next(),
  );
  http.use(compression());
  if (!services.env.OFFLINE) http.get(WORKER_ADDRESS, clearingWorker);
  // Its own headers stand in the place of those of pages: it lives in a frame.
  http.get(paths.videoPlayer(), videoPlayer);
  http.get(paths.calendarFeed(':token'), services.calendarDoor);
  if (typeof client === 'string') http.use(clientFiles(client));
  http.use(BUILT, headers);
  http.use(pageHeaders({ isDevelopment: services.env.NODE_ENV === 'development' }));
  http.use(publicPages());
  http.use(visitorHome);
  if (typeof client !== 'string') http.use(client);
  http.get('/favicon.ico', (_request, response) => response.redirect(301, '/favicon.svg'));
  http.all('/api/auth/{*path}', authHandler(services));
  const rate = createApiRate(services.counters);
  http.use('/api/v1', createApi(services, rate));
  http.use('/mcp', mcpDoor(services, rate));
  http.use(paths.uploads(), uploadDoor(services));
  http.use(pdfFrame);
  http.get(SECURITY_TXT, securityTxt(services));
  http.use(publicSite(services));
  http.use(pageDoor(services.env));
  http.use(pages);
  http.use(lastAnswer(services.log));
  return http;
}

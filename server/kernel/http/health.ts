import { Router } from 'express';
import type { Services } from '../../services.ts';

/** `/healthz`: the process lives. `/readyz`: it can serve, database included; 503 while it cannot, or is stopping. */
export function healthRoutes({ database }: Services, isStopping: () => boolean): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.type('text/plain').send('ok'));
  router.get('/readyz', async (_request, response) => {
    const isReady =
      !isStopping() &&
      (await database.ping().then(
        () => true,
        () => false,
      ));
    response
      .status(isReady ? 200 : 503)
      .type('text/plain')
      .send(isReady ? 'ok' : 'unavailable');
  });
  return router;
}

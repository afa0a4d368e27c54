import { timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { readLastBackup } from '../../operations/backup/last-backup.ts';
import type { Services } from '../../services.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

function mayRead(request: Request, token: string | undefined): boolean {
  // Behind a proxy every peer is loopback: a forwarded request must show the token.
  const isForwarded =
    request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  if (!isForwarded && LOOPBACK.has(request.socket.remoteAddress ?? '')) return true;
  const given = Buffer.from(request.get('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return token !== undefined && given.length === expected.length && timingSafeEqual(given, expected);
}

/** `/metrics`: Prometheus text, for this machine or the bearer of METRICS_TOKEN; absent for anybody else. */
export function metricsRoute({ env, rooms }: Pick<Services, 'env' | 'rooms'>): Router {
  const own = new Registry();
  collectDefaultMetrics({ register: own });
  new Gauge({
    name: 'cordee_last_backup_timestamp_seconds',
    help: 'When the last backup succeeded; 0 for never',
    registers: [own],
    async collect() {
      const last = await readLastBackup(env.DATA_DIR);
      this.set(last ? last.at.getTime() / 1_000 : 0);
    },
  });
  const registry = Registry.merge([own, rooms.metrics]);
  const router = Router();
  router.get('/metrics', async (request, response, next) => {
    if (!mayRead(request, env.METRICS_TOKEN)) return next();
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}

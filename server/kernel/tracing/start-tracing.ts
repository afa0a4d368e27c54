import type { Logger } from 'pino';
import type { Env } from '../env.ts';
import type { Tracing } from './send-traces.ts';

/** [OT2] Begins to trace when the settings name a collector; without one nothing of it is loaded, and null. */
export async function startTracing(
  env: Pick<Env, 'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_SERVICE_NAME'>,
  log: Logger,
): Promise<Tracing | null> {
  if (env.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return null;
  const { sendTraces } = await import('./send-traces.ts');
  return sendTraces({ service: env.OTEL_SERVICE_NAME, log });
}

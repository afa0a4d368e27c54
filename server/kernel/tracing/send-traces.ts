import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import { routes, type Traced, traces } from '#db/kernel/traced.ts';

/** Traces that leave. */
export interface Tracing {
  /** Sends what is left, for some seconds at most. */
  stop(): Promise<void>;
}

const KINDS = {
  request: SpanKind.SERVER,
  statement: SpanKind.CLIENT,
  job: SpanKind.CONSUMER,
  room: SpanKind.INTERNAL,
  operation: SpanKind.INTERNAL,
} satisfies Record<Traced['kind'], SpanKind>;

/** A collector that does not answer holds nothing up: what does not leave in time is dropped. */
const EXPORT_MS = 5_000;
const LAST_MS = 3_000;

/**
 * [OT1] Hears of traced work and sends it by OTLP over HTTP. The provider is ours alone and not the global one: libraries that know of
 * that one would add spans with the values of statements.
 */
export function sendTraces({ service, log }: { readonly service: string; readonly log: Logger }): Tracing {
  const given = detectResources({ detectors: [envDetector] });
  const exporter = saidOnce(new OTLPTraceExporter(), log);
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(given)
      .merge(resourceFromAttributes({ 'service.name': service })),
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: EXPORT_MS })],
  });
  const tracer = provider.getTracer('cordee');
  const current = new AsyncLocalStorage<{ readonly work: Traced; readonly span: Span }>();
  const spans = new WeakMap<Traced, Span>();

  traces.start.bindStore(current, (work) => {
    const { kind, name, attributes } = work;
    const parent = current.getStore();
    const inside = parent ? trace.setSpan(ROOT_CONTEXT, parent.span) : ROOT_CONTEXT;
    const span = tracer.startSpan(name, { kind: KINDS[kind], attributes }, inside);
    spans.set(work, span);
    return { work, span };
  });
  traces.asyncEnd.subscribe((ended) => {
    const work = ended as Traced;
    const span = spans.get(work);
    if (span) tellEnd(span, work);
  });
  routes.subscribe((pattern) => {
    const asked = current.getStore();
    if (asked) asked.work.route = String(pattern);
  });
  return {
    async stop() {
      const waited = Promise.withResolvers<void>();
      const timer = setTimeout(waited.resolve, LAST_MS);
      await Promise.race([provider.shutdown().catch(() => undefined), waited.promise]);
      clearTimeout(timer);
    },
  };
}

function tellEnd(span: Span, { name, route, status, error }: Traced): void {
  if (route !== undefined) span.updateName(`${name} ${route}`).setAttribute('http.route', route);
  if (status !== undefined) span.setAttribute('http.response.status_code', status);
  if (error !== undefined) span.setAttribute('error.type', kindOf(error));
  if (error !== undefined || (status ?? 0) >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** The kind of an error, never its words. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'error';
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && /^[\w.]{1,40}$/.test(code) ? code : error.name;
}

/** Says once that traces do not leave, and once that they do again. */
function saidOnce(exporter: OTLPTraceExporter, log: Logger): SpanExporter {
  let isAway = false;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const hasFailed = result.code !== 0;
        if (hasFailed && !isAway) log.warn({ err: result.error }, 'traces do not reach their collector');
        if (!hasFailed && isAway) log.info('traces reach their collector again');
        isAway = hasFailed;
        done(result);
      });
    },
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  };
}

import { expect, onTestFinished, test } from 'vitest';
import { type Collector, type ReceivedSpan, startCollector } from '#tests/support/kernel/collector.ts';
import { tellSecrets } from '#tests/support/kernel/told-secrets.ts';
import { until } from '#tests/support/patience.ts';
import { type Demonstration, startDemonstration } from '#tests/support/people/demonstration.ts';

async function startTraced(): Promise<{ demonstration: Demonstration; collector: Collector }> {
  const collector = await startCollector();
  onTestFinished(() => collector.close());
  const demonstration = await startDemonstration({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
  onTestFinished(() => demonstration.close());
  return { demonstration, collector };
}

const attributeOf = (span: ReceivedSpan | undefined, key: string) =>
  Object.values(span?.attributes.find((one) => one.key === key)?.value ?? {})[0];

test('[OT1] requests, statements, jobs and rooms are traced by what they are, and no word of anybody leaves', async () => {
  const { demonstration, collector } = await startTraced();
  const secrets = await tellSecrets(demonstration);
  const named = (name: string) => collector.spans().find((span) => span.name === name);
  const page = await demonstration.ask('coordinator', '/recherche?q=zibelinecherchee');
  for (const name of ['GET /recherche', 'GET /readyz', 'open document', 'job mail'])
    await until(`a span ${name} has come`, async () => {
      await demonstration.ask('visitor', '/readyz');
      return named(name) !== undefined;
    });
  const request = collector
    .spans()
    .find((span) => attributeOf(span, 'cordee.request_id') === page.headers['x-request-id']);
  expect(request?.name).toBe('GET /recherche');
  expect(attributeOf(request, 'http.route')).toBe('/recherche');
  expect(Number(attributeOf(request, 'http.response.status_code'))).toBe(200);
  const inside = collector.spans().filter((span) => span.parentSpanId === request?.spanId);
  expect(inside.filter(({ name }) => name.startsWith('SELECT ')).length).toBeGreaterThan(1);
  expect(inside.every(({ traceId }) => traceId === request?.traceId)).toBe(true);
  const created = named('POST /api/v1/groups/:group/documents');
  expect(attributeOf(created, 'http.route')).toBe('/api/v1/groups/:group/documents');

  const sent = collector.bodies.join('\n').toLowerCase();
  const wrong = Object.entries(secrets).filter(([, secret]) => sent.includes(secret.toLowerCase()));
  expect(wrong.map(([what]) => what)).toEqual([]);
});

test('[OT2] a collector that is away holds nothing up, and is said once; so is its return', async () => {
  const { demonstration, collector } = await startTraced();
  collector.takes = false;
  const said = (words: string) => demonstration.output().split(words).length - 1;
  const sendsAgain = async (times: number) => {
    const before = collector.bodies.length;
    await until('traces were sent again', async () => {
      expect((await demonstration.ask('visitor', '/readyz')).status).toBe(200);
      return collector.bodies.length >= before + times;
    });
  };
  await sendsAgain(3);
  expect(said('traces do not reach their collector')).toBe(1);
  collector.takes = true;
  await sendsAgain(2);
  await until('its return is said', () => said('traces reach their collector again') === 1);
  expect(said('traces do not reach their collector')).toBe(1);
});

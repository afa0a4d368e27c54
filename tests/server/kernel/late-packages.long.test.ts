import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { programEnvironment } from '#tests/support/test-environment.ts';

const program = fileURLToPath(new URL('../../support/architecture/loaded-packages.ts', import.meta.url));

async function packagesWith(settings: Record<string, string>): Promise<string[]> {
  const env = { ...programEnvironment(), ...settings };
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env });
  return JSON.parse(stdout);
}

const withNothing = packagesWith({});
const withAll = packagesWith({
  S3_BUCKET: 'cordee',
  S3_ENDPOINT: 'http://127.0.0.1:1',
  S3_ACCESS_KEY: 'a',
  S3_SECRET_KEY: 'b',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
});

test('[FS2] without a bucket nothing of its client is loaded', async () => {
  const isOfBucket = (name: string) => /^@(aws-sdk|smithy)\//.test(name);
  const loaded = await withNothing;
  expect(loaded).toContain('express');
  expect(loaded.filter(isOfBucket)).toEqual([]);
  expect((await withAll).filter(isOfBucket)).toContain('@aws-sdk/client-s3');
});

test('[OT2] without a collector nothing that sends traces is loaded', async () => {
  const isOfTraces = (name: string) => /^@opentelemetry\/(?:sdk|otlp|exporter)/.test(name);
  expect((await withNothing).filter(isOfTraces)).toEqual([]);
  expect((await withAll).filter(isOfTraces)).toContain('@opentelemetry/sdk-trace');
});

test('[MC1] nothing of the library of MCP is loaded before somebody comes', async () => {
  expect((await withAll).filter((name) => name.startsWith('@modelcontextprotocol/'))).toEqual([]);
});

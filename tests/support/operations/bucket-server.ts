import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { readEnv } from '#server/kernel/env.ts';
import type { BucketSettings } from '#server/kernel/file/bucket-settings.ts';

/** A server that speaks S3, with one empty bucket. */
export interface BucketServer {
  /** As an operator writes them. */
  readonly variables: Readonly<Record<string, string>>;
  readonly settings: BucketSettings;
  /** It is gone; what it holds stays. */
  stop(): Promise<void>;
  /** It is back, at the same address. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Starts one on a free port. It knows one access key; it does not check signatures of the addresses of buckets, which it reads wrongly. */
export async function startBucketServer(): Promise<BucketServer> {
  const directory = await mkdtemp(join(tmpdir(), 'cordee-bucket-'));
  const serve = async (port: number) => {
    const server = new S3rver({
      ...{ address: '127.0.0.1', port, directory, silent: true },
      allowMismatchedSignatures: true,
      configureBuckets: [{ name: 'cordee' }],
    });
    return { server, port: (await server.run()).port };
  };
  let running: Awaited<ReturnType<typeof serve>> | null = await serve(0);
  const { port } = running;
  const stop = async () => {
    await running?.server.close();
    running = null;
  };
  const variables = {
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_BUCKET: 'cordee',
    S3_ACCESS_KEY: 'S3RVER',
    S3_SECRET_KEY: 'S3RVER',
  };
  const { s3 } = readEnv(variables);
  if (!s3) throw new Error('these settings name a bucket');
  return {
    variables,
    settings: s3,
    stop,
    async start() {
      running ??= await serve(port);
    },
    async close() {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

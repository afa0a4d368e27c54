import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { BucketSettings } from './bucket-settings.ts';
import { StoreAway } from './store-away.ts';

/** One object: its name, and how many bytes. */
export interface StoredObject {
  readonly name: string;
  readonly bytes: number;
}

/** The six verbs that we ask of a store which speaks S3. All fail with `StoreAway` when it does not answer, or refuses us. */
export interface Bucket {
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is none. */
  get(name: string): Promise<ReadableStream<Uint8Array> | null>;
  remove(name: string): Promise<void>;
  /** All whose name begins so, by name. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** Gives all whose name begins with `from` the beginning `to`, inside the store; says how many. */
  move(from: string, to: string): Promise<number>;
  ping(): Promise<void>;
}

/** Until a connection, and without a byte on it: whoever waits for a page must hear in time that the store is away. */
const CONNECT_MS = 3_000;
const SILENT_MS = 20_000;

/** The bucket of these settings. Nothing is asked of it yet. */
export function openBucket({ bucket: Bucket, accessKey, secretKey, ...at }: BucketSettings): Bucket {
  const client = new S3Client({
    endpoint: at.endpoint,
    region: at.region,
    forcePathStyle: at.isPathStyle,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENT_MS },
    maxAttempts: 3,
    // Newer sums than those of the protocol itself are not known everywhere; every upload is signed with its SHA-256.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const asked = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((cause: unknown) => {
      throw new StoreAway(cause);
    });

  async function* list(Prefix: string): AsyncGenerator<StoredObject> {
    for (let ContinuationToken: string | undefined, isWhole = false; !isWhole; ) {
      const page = await asked(client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken })));
      for (const { Key = '', Size = 0 } of page.Contents ?? []) yield { name: Key, bytes: Size };
      ContinuationToken = page.NextContinuationToken;
      isWhole = !page.IsTruncated;
    }
  }
  const remove = async (Key: string) =>
    void (await asked(client.send(new DeleteObjectCommand({ Bucket, Key }))));

  return {
    async put(Key, Body) {
      await asked(client.send(new PutObjectCommand({ Bucket, Key, Body })));
    },
    async get(Key) {
      const given = client.send(new GetObjectCommand({ Bucket, Key }));
      const found = await asked(
        given.catch((error: unknown) => (error instanceof NoSuchKey ? null : Promise.reject(error))),
      );
      return found?.Body?.transformToWebStream() ?? null;
    },
    remove,
    list,
    async move(from, to) {
      let count = 0;
      for await (const { name } of list(from)) {
        const CopySource = encodeURI(`${Bucket}/${name}`);
        const Key = to + name.slice(from.length);
        await asked(client.send(new CopyObjectCommand({ Bucket, CopySource, Key })));
        await remove(name);
        count += 1;
      }
      return count;
    },
    async ping() {
      await asked(client.send(new HeadBucketCommand({ Bucket })));
    },
  };
}

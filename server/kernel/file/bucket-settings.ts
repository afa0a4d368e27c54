import { z } from 'zod';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import { about } from '../setting.ts';

const { expected } = words;
const text = () => z.string().min(1, expected.text).optional();
const absent = 'none; must be given with the others';

/** Files in a store that speaks S3, with what `docs/settings.md` says of it. */
export const BucketVariables = {
  S3_BUCKET: z
    .string()
    .regex(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/, expected.bucket)
    .optional()
    .register(about, {
      accepted: 'the name of a bucket that is there',
      absent: 'files are in `DATA_DIR/files`',
      meaning: 'with it files are in this bucket of a store that speaks S3, which instances share',
    }),
  S3_ENDPOINT: z
    .string()
    .refine((value) => /^https?:/.test(value) && URL.canParse(value), expected.webUrl)
    .optional()
    .register(about, {
      accepted: '`https://…`; `http://…` inside a network of yours',
      absent,
      meaning: 'the address of the store',
    }),
  S3_REGION: z.string().min(1, expected.text).default('us-east-1').register(about, {
    accepted: 'a text',
    meaning: 'the region that its signatures name, as the store calls it',
  }),
  S3_ACCESS_KEY: text().register(about, { accepted: 'a text', absent, meaning: 'who we are at the store' }),
  S3_SECRET_KEY: text().register(about, {
    accepted: 'a text',
    absent,
    meaning: 'what signs our requests to the store; it is never sent',
  }),
  S3_PATH_STYLE: z
    .enum(['0', '1'])
    .default('1')
    .transform((value) => value === '1')
    .register(about, {
      meaning: '`1`: the bucket stands in the path of addresses; `0`: in the name of the host, as at AWS',
    }),
};

/** Where the bucket is, and who we are there. */
export interface BucketSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly isPathStyle: boolean;
}

/** The names that go together: all of them, or none. */
const TOGETHER = ['S3_BUCKET', 'S3_ENDPOINT', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const;

/** [FS2] The bucket of these settings, null for none; or the names that miss beside those that are given. */
export function readBucket(given: z.output<z.ZodObject<typeof BucketVariables>>): {
  bucket: BucketSettings | null;
  missing: readonly string[];
} {
  const { S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY, S3_SECRET_KEY, S3_REGION, S3_PATH_STYLE } = given;
  if (S3_BUCKET && S3_ENDPOINT && S3_ACCESS_KEY && S3_SECRET_KEY)
    return {
      bucket: {
        endpoint: S3_ENDPOINT,
        region: S3_REGION,
        bucket: S3_BUCKET,
        accessKey: S3_ACCESS_KEY,
        secretKey: S3_SECRET_KEY,
        isPathStyle: S3_PATH_STYLE,
      },
      missing: [],
    };
  const missing = TOGETHER.filter((name) => given[name] === undefined);
  return { bucket: null, missing: missing.length === TOGETHER.length ? [] : missing };
}

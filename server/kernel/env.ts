import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { PlatformRole } from '#shared/kernel/access/access.ts';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import { rolesWithSecondFactor } from '#shared/people/person/second-factor.ts';
import { type ProviderSettings, readProviders } from '../people/auth/oidc-settings.ts';
import { type BucketSettings, BucketVariables, readBucket } from './file/bucket-settings.ts';
import { about } from './setting.ts';
import { StartRefusal } from './start-refusal.ts';

const { expected } = words;
const integer = (least: number, most: number, message: string = expected.number) =>
  z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message));
const url = (schemes: string[], message: string) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), message);

/** `10.0.0.5` or `10.0.0.0/8`, `fd00::1` or `fd00::/8`. */
function isNetwork(value: string): boolean {
  const [address = '', prefix = '0', ...more] = value.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= most && more.length === 0;
}

const Secret = z.string().min(32, expected.secret);

/** Each with what `docs/settings.md` says of it; `npm run docs:settings` writes that page. */
export const Variables = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).catch('production').register(about, {
    meaning: 'set by the npm scripts; on a server, `production`',
  }),
  PORT: integer(0, 65_535, expected.port).default(3000).register(about, {
    meaning: 'the port to listen on; 0: any that is free',
  }),
  HOST: z.string().min(1, expected.text).default('127.0.0.1').register(about, {
    accepted: 'an address or name of this machine',
    meaning: 'where to listen; `0.0.0.0` or `::` for every network of the machine',
  }),
  ORIGIN: z
    .string()
    .transform((value) => value.replace(/\/$/, ''))
    .refine((value) => /^https?:/.test(value) && URL.parse(value)?.origin === value, expected.origin)
    .optional()
    .register(about, {
      accepted: '`https://…` or `http://…`, without a path',
      absent: '`http://localhost:` and the port',
      meaning:
        'the address that people type, before your proxy; cookies, links and the check of the origin follow it',
    }),
  DATA_DIR: z
    .string()
    .min(1, expected.text)
    .default('./data')
    .transform((path) => resolve(path))
    .register(about, {
      accepted: 'a folder, made when it is missing',
      meaning: 'files, the embedded database, the lock, the made-up secret',
    }),
  DATABASE_URL: url(['postgres:', 'postgresql:'], expected.databaseUrl).optional().register(about, {
    accepted: '`postgres://…` or `postgresql://…`, PostgreSQL 15 or newer',
    absent: 'PostgreSQL, embedded, in `DATA_DIR`',
    meaning: 'the database',
  }),
  ...BucketVariables,
  REDIS_URL: url(['redis:', 'rediss:'], expected.redisUrl).optional().register(about, {
    accepted: '`redis://…` or `rediss://…`, Redis or Valkey',
    meaning: 'carries news between several instances, which share one `DATABASE_URL`',
  }),
  SMTP_URL: url(['smtp:', 'smtps:'], expected.smtpUrl).optional().register(about, {
    accepted: '`smtp://…` or `smtps://…`',
    absent: 'mails go to `DATA_DIR/mails`, read at `/administration/courriels`',
    meaning: 'the server by which mails leave',
  }),
  MAIL_FROM: z.string().min(3, expected.text).default('Cordée <ne-pas-repondre@localhost>').register(about, {
    accepted: 'an address, with or without a name',
    meaning: 'the sender of mails',
  }),
  MAILS_PER_SENDER_AND_DAY: integer(1, 100_000).default(500).register(about, {
    meaning:
      'the letters that one account sends to others in a day, invitations and notices of meetings among them; what is beyond leaves on the days after ([MA2])',
  }),
  BACKUP_PASSPHRASE: z.string().min(12, expected.passphrase).optional().register(about, {
    accepted: 'at least 12 characters',
    meaning:
      'encrypts what `npm run backup` writes, opens what `npm run restore` reads; without one, backups are not encrypted and leave the secret of the installation out',
  }),
  BACKUP_PASSPHRASE_FILE: z.string().min(1, expected.text).optional().register(about, {
    accepted: 'a file, whose content has at least 12 characters',
    meaning:
      'the same from a file, which other programs of the same user see less easily than a variable; `BACKUP_PASSPHRASE` goes first when both are there',
  }),
  SESSION_SECRET: z
    .string()
    .transform((value) => value.split(',').map((one) => one.trim()))
    .pipe(z.tuple([Secret], Secret))
    .optional()
    .register(about, {
      accepted: 'at least 32 characters; several, separated by commas',
      absent: 'made and kept in `DATA_DIR`',
      meaning:
        'signs sessions and links; of several, the first signs and the others still read, so that it can be changed ([SC6])',
    }),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((value) => value.split(',').flatMap((one) => one.trim() || []))
    .refine((proxies) => proxies.every(isNetwork), expected.networks)
    .register(about, {
      accepted: 'addresses or networks, separated by commas: `127.0.0.1,10.0.0.0/8`',
      meaning: 'your proxies: from these only, `X-Forwarded-For` says who asks',
    }),
  HSTS_SUBDOMAINS: z
    .enum(['0', '1'])
    .default('1')
    .transform((value) => value === '1')
    .register(about, { meaning: '`0`: HTTPS binds the name of `ORIGIN` only, not its subdomains' }),
  SECURITY_CONTACT: url(['mailto:', 'https:'], expected.contact).optional().register(about, {
    accepted: '`mailto:…` or `https://…`',
    absent: 'the page of legal notices',
    meaning: 'whom to tell of a hole: `/.well-known/security.txt` says it',
  }),
  METRICS_TOKEN: z.string().min(16, expected.token).optional().register(about, {
    accepted: 'at least 16 characters',
    absent: '`/metrics` is for this machine only',
    meaning: 'the bearer token that may read `/metrics` from elsewhere',
  }),
  UPLOAD_MAX_MB: integer(1, 1024).default(20).register(about, {
    meaning: 'the largest file that is sent at once, in megabytes',
  }),
  RESOURCE_MAX_MB: integer(1, 1_000_000).default(2_048).register(about, {
    meaning: 'the largest file of a resource, which comes in pieces, in megabytes',
  }),
  CLAMD_URL: url(['tcp:'], expected.clamdUrl).optional().register(about, {
    accepted: '`tcp://host:3310`',
    meaning:
      'ClamAV’s daemon: with it no file of a resource leaves, none is attached to a document or a card, and none is submitted on a mission, before it was found clean; its `StreamMaxLength` must be as large as `RESOURCE_MAX_MB`',
  }),
  DEMO: z
    .enum(['0', '1'])
    .default('0')
    .transform((value) => value === '1')
    .register(about, {
      meaning:
        '`1`: an example is installed, with accounts that anybody may use; set by `npm run demo`, taken away by `npm start`',
    }),
  SECOND_FACTOR: z
    .enum(['0', '1'])
    .transform((value) => value === '1')
    .optional()
    .register(about, {
      absent: '`1`, and `0` in the demonstration',
      meaning: '`1`: administrators and reviewers need a second factor; `0`: nobody does',
    }),
  OIDC_PROVIDERS: z
    .string()
    .default('')
    .transform((value) => value.split(',').flatMap((id) => id.trim() || []))
    .refine(
      (ids) => ids.every((id) => /^[a-z][a-z\d]{0,30}$/.test(id)) && new Set(ids).size === ids.length,
      expected.providers,
    )
    .register(about, {
      accepted: 'names of small letters and digits, each once, separated by commas: `proconnect`',
      meaning:
        'providers of identities by which people may sign in, in the order of their buttons; each has its own settings, below',
    }),
  OFFLINE: z
    .enum(['0', '1'])
    .default('1')
    .transform((value) => value === '1')
    .register(about, {
      meaning: '`0`: browsers keep nothing for when they have no network, and what they kept is removed',
    }),
  MCP: z
    .enum(['0', '1'])
    .default('1')
    .transform((value) => value === '1')
    .register(about, {
      meaning:
        '`0`: assistants and other tools find no `/mcp` to read and propose by; access tokens go on for REST',
    }),
  OUTSIDE: z
    .enum(['0', '1'])
    .default('0')
    .transform((value) => value === '1')
    .register(about, {
      meaning:
        '`1`: addresses that people give (links, schemas, data sets) may be read, and webhooks told, public http and https only',
    }),
  DATA_GOUV_URL: url(['https:', 'http:'], expected.webUrl).optional().register(about, {
    accepted: '`https://www.data.gouv.fr`, or another address of http or https',
    meaning: 'with `OUTSIDE=1`, where records of data.gouv.fr are read; without it, nowhere',
  }),
  OUTSIDE_ALLOW: z
    .string()
    .default('')
    .transform((value) => value.split(',').flatMap((pair) => pair.trim() || []))
    .refine((pairs) => pairs.every((pair) => /^[\da-f.:]+:\d{1,5}$/i.test(pair)), expected.doors)
    .register(about, {
      accepted: '`address:port` pairs, separated by commas',
      meaning: 'what may be read or told although it is private or on another port',
    }),
  INIT_CWD: z.string().optional().register(about, {
    accepted: 'a folder',
    absent: 'the folder of the project',
    meaning: 'set by npm itself: the files that a command is given are named from there',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(['http:', 'https:'], expected.webUrl).optional().register(about, {
    accepted: '`http://…` or `https://…`, as `http://127.0.0.1:4318`',
    absent: 'nothing is traced',
    meaning:
      'the collector that traces leave to, by OTLP over HTTP; the other standard variables of OpenTelemetry for it (`OTEL_EXPORTER_OTLP_HEADERS`, `…_TIMEOUT`, `…_COMPRESSION`, `OTEL_RESOURCE_ATTRIBUTES`) hold too',
  }),
  OTEL_SERVICE_NAME: z.string().min(1, expected.text).default('cordee').register(about, {
    accepted: 'a text',
    meaning: 'the name of this service in traces',
  }),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).catch('info').register(about, {
    meaning: 'how much the log on standard output tells',
  }),
});

/** The settings of this process, parsed once. `SESSION_SECRET` may be absent: `data-dir.ts` makes and keeps one. */
export type Env = z.output<typeof Variables> & {
  readonly providers: readonly ProviderSettings[];
  /** [FS2] Where files are when not in `DATA_DIR`. */
  readonly s3: BucketSettings | null;
  /** [ID3] The platform roles that need a second factor here. */
  readonly secondFactorRoles: readonly PlatformRole[];
};

/**
 * Reads the environment; an empty variable counts as absent.
 * @throws {StartRefusal} with one French sentence per fault.
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    throw new StartRefusal(
      ...parsed.error.issues.map(({ path, message }) => words.badEnv(String(path[0]), message)),
    );
  }
  const { providers, faults } = readProviders(parsed.data.OIDC_PROVIDERS, given);
  const { bucket, missing } = readBucket(parsed.data);
  const refused = [...faults, ...missing.map((name) => ({ name, message: expected.allOfBucket }))];
  if (refused.length > 0)
    throw new StartRefusal(...refused.map(({ name, message }) => words.badEnv(name, message)));
  return { ...parsed.data, providers, s3: bucket, secondFactorRoles: rolesWithSecondFactor(parsed.data) };
}

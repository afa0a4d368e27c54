import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { PlatformRole } from '#shared/access.ts';
import { server as words } from '#shared/messages/fr/server.ts';
import { rolesWithSecondFactor } from '#shared/person/second-factor.ts';
import { type ProviderSettings, readProviders } from './auth/oidc-settings.ts';
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

const Variables = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).catch('production'),
  PORT: integer(0, 65_535, expected.port).default(3000),
  HOST: z.string().min(1, expected.text).default('127.0.0.1'),
  ORIGIN: z
    .string()
    .transform((value) => value.replace(/\/$/, ''))
    .refine((value) => /^https?:/.test(value) && URL.parse(value)?.origin === value, expected.origin)
    .optional(),
  DATA_DIR: z
    .string()
    .min(1, expected.text)
    .default('./data')
    .transform((path) => resolve(path)),
  DATABASE_URL: url(['postgres:', 'postgresql:'], expected.databaseUrl).optional(),
  REDIS_URL: url(['redis:', 'rediss:'], expected.redisUrl).optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], expected.smtpUrl).optional(),
  MAIL_FROM: z.string().min(3, expected.text).default('Cordée <ne-pas-repondre@localhost>'),
  /** Closes what `npm run backup` writes, opens what `npm run restore` reads. */
  BACKUP_PASSPHRASE: z.string().min(12, expected.passphrase).optional(),
  /** A file that holds it; better than the variable, which other programs of the same user may read. */
  BACKUP_PASSPHRASE_FILE: z.string().min(1, expected.text).optional(),
  /** [SC6] One or several, separated by commas: the first signs, the others still read. */
  SESSION_SECRET: z
    .string()
    .transform((value) => value.split(',').map((one) => one.trim()))
    .pipe(z.tuple([Secret], Secret))
    .optional(),
  /** Proxies that say who asks: addresses or networks, separated by commas. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((value) => value.split(',').flatMap((one) => one.trim() || []))
    .refine((proxies) => proxies.every(isNetwork), expected.networks),
  /** 0: HTTPS binds the installation's own name only, not its subdomains. */
  HSTS_SUBDOMAINS: z
    .enum(['0', '1'])
    .default('1')
    .transform((value) => value === '1'),
  /** Whom to tell of a hole; the page of legal notices when absent. */
  SECURITY_CONTACT: url(['mailto:', 'https:'], expected.contact).optional(),
  METRICS_TOKEN: z.string().min(16, expected.token).optional(),
  UPLOAD_MAX_MB: integer(1, 1024).default(20),
  /** A file of a resource, which comes in pieces. */
  RESOURCE_MAX_MB: integer(1, 1_000_000).default(2_048),
  /** ClamAV’s daemon. With it, no file of a resource leaves before it was found clean. */
  CLAMD_URL: url(['tcp:'], expected.clamdUrl).optional(),
  DEMO: z
    .enum(['0', '1'])
    .default('0')
    .transform((value) => value === '1'),
  /** 1: administrators and reviewers need a second factor; 0: nobody does. Absent: 1, and 0 in the demonstration. */
  SECOND_FACTOR: z
    .enum(['0', '1'])
    .transform((value) => value === '1')
    .optional(),
  /** Providers of identities by which people may sign in, separated by commas; each has its own `OIDC_<NAME>_…` (docs/guide/proconnect.md). */
  OIDC_PROVIDERS: z
    .string()
    .default('')
    .transform((value) => value.split(',').flatMap((id) => id.trim() || []))
    .refine(
      (ids) => ids.every((id) => /^[a-z][a-z\d]{0,30}$/.test(id)) && new Set(ids).size === ids.length,
      expected.providers,
    ),
  /** 0: browsers keep nothing for when they have no network, and what they kept is removed. */
  OFFLINE: z
    .enum(['0', '1'])
    .default('1')
    .transform((value) => value === '1'),
  /** 1: addresses that people give (links, schemas, data sets) may be read. */
  OUTSIDE: z
    .enum(['0', '1'])
    .default('0')
    .transform((value) => value === '1'),
  /** Where records of data.gouv.fr are read, `https://www.data.gouv.fr`; absent: nowhere. */
  DATA_GOUV_URL: url(['https:', 'http:'], expected.webUrl).optional(),
  /** `address:port` pairs, separated by commas, that may be read although they are private or on another port. */
  OUTSIDE_ALLOW: z
    .string()
    .default('')
    .transform((value) => value.split(',').flatMap((pair) => pair.trim() || []))
    .refine((pairs) => pairs.every((pair) => /^[\da-f.:]+:\d{1,5}$/i.test(pair)), expected.doors),
  /** Where npm was called from, set by npm itself, which then moves to the project: files are named from there. */
  INIT_CWD: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).catch('info'),
});

/** The settings of this process, parsed once. `SESSION_SECRET` may be absent: `data-dir.ts` makes and keeps one. */
export type Env = z.output<typeof Variables> & {
  readonly providers: readonly ProviderSettings[];
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
  if (faults.length > 0)
    throw new StartRefusal(...faults.map(({ name, message }) => words.badEnv(name, message)));
  return { ...parsed.data, providers, secondFactorRoles: rolesWithSecondFactor(parsed.data) };
}

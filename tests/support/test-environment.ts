import { resolve } from 'node:path';

/** What configures a server of ours: a developer's own settings must reach no test, least of all a real database. */
const SETTINGS =
  /^(PORT|HOST|ORIGIN|DATA_DIR|DATABASE_URL|REDIS_URL|SESSION_SECRET|DEMO|MAIL_FROM|UPLOAD_MAX_MB|LOG_LEVEL|(S3|SMTP|OIDC|BACKUP)_.*)$/;
/** Given to one step only. */
const OURS = /^(NODE_ENV|TEST_.*|E2E_.*)$/;

/** Where Node keeps what it has made of our TypeScript: hundreds of programs of ours are started in a run. */
const COMPILE_CACHE = 'node_modules/.cache/node';

/** What a program of ours, started with the settings of a test alone, needs of this process. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    ...(process.env.TMPDIR && { TMPDIR: process.env.TMPDIR }),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? resolve(COMPILE_CACHE),
  };
}

/** [H26] The environment in which every test of a ring runs, whoever starts it: the gate, or the rest, which repeats with more input too. */
export function testEnvironment(isLong: boolean): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name) && !OURS.test(name));
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: 'test',
    NODE_COMPILE_CACHE: resolve(COMPILE_CACHE),
    ...(isLong ? { TEST_RING: 'long', TEST_LONG: '1', TEST_SHUFFLE: '1' } : { TEST_RING: 'gate' }),
  };
}

/** What configures a server of ours: a developer's own settings must reach no test, least of all a real database. */
const SETTINGS =
  /^(PORT|HOST|ORIGIN|DATA_DIR|DATABASE_URL|REDIS_URL|SESSION_SECRET|DEMO|MAIL_FROM|UPLOAD_MAX_MB|LOG_LEVEL|(S3|SMTP|OIDC|BACKUP)_.*)$/;
/** Given to one step only. */
const OURS = /^(NODE_ENV|TEST_.*|E2E_.*)$/;

/** The environment in which every test runs, whoever starts it. */
export function testEnvironment(isLong: boolean): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name) && !OURS.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: 'test', ...(isLong && { TEST_LONG: '1' }) };
}

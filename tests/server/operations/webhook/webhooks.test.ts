import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { numberChanges } from '#db/operations/change/changes.ts';
import { webhooks as kept } from '#db/operations/webhook/schema.ts';
import { listDeliveries } from '#db/operations/webhook/webhook-log.ts';
import { findWebhook } from '#db/operations/webhook/webhooks.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailer } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { createOutside } from '#server/kernel/outside/outside.ts';
import { signatureOf } from '#server/operations/webhook/signature.ts';
import { createWebhooks, type Webhooks } from '#server/operations/webhook/webhooks.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { until } from '#tests/support/patience.ts';
import { happened } from '#tests/support/programme/heard-objects.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const SECRET = 'the secret of an installation of tests';
const TRY_MS = 400;

/** What came to the other program, and what it answers next. */
const came: { url: string | undefined; headers: IncomingHttpHeaders; body: string }[] = [];
const answers: RequestListener[] = [];
const receiver = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  came.push({ url: request.url, headers: request.headers, body });
  const answer = answers.shift();
  if (answer) answer(request, response);
  else response.end('reçu');
});

let database: Database;
let jobs: Jobs;
let webhooks: Webhooks;
let origin: string;
const mails: unknown[] = [];
beforeAll(async () => {
  database = await openFreshDatabase();
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  const seal = createSeal(SECRET);
  const { newId } = siteOf(database.db, new Date());
  webhooks = createWebhooks({
    db: database.db,
    jobs: () => jobs,
    mailer: () => createMailer({ jobs, seal, newId, book: async () => null }),
    secrets: [SECRET],
    outside: createOutside({ isOn: true, allow: [`127.0.0.1:${port}`] }),
    origin: 'https://cordee.exemple.fr',
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    newId,
    tryMs: TRY_MS,
  });
  const mail = {
    name: 'mail' as const,
    run: async (data: unknown) => {
      const { sealed } = data as { sealed: string };
      mails.push(JSON.parse(seal.open(sealed) ?? 'null'));
    },
  };
  const queues = [webhooks.queue, mail];
  jobs = await startJobs({ database, log: pino({ level: 'silent' }), queues, pollSeconds: 0.5 });
});
afterAll(async () => {
  await jobs.stop();
  receiver.closeAllConnections();
  receiver.close();
  await database.close();
});
beforeEach(() => {
  came.length = 0;
  answers.length = 0;
  mails.length = 0;
});

/** A webhook of a new group, to an address of the other program, and what was sent there. */
async function fill(path = '/entree', url = origin + path) {
  const site = siteOf(database.db, new Date());
  const { db } = site;
  const group = await aGroup(site, { name: 'Nature' });
  const nadia = await aPerson(site, { name: 'Nadia' });
  await aMember(site, { groupId: group.id, userId: nadia.id, role: 'facilitator' });
  const place = { groupId: group.id, userId: nadia.id };
  const { secret, closed } = webhooks.newSecret();
  const fields = { name: 'Salon', url: origin + path, which: 'all' as const, types: [], secret: closed };
  const by = { userId: nadia.id };
  const made = await operationsOn(db).run('webhook.create', by, { groupId: group.id, ...fields });
  if (!made.ok) throw new Error(made.error);
  const { id: webhookId } = made.value;
  // Some would not be taken as typed.
  await db.update(kept).set({ url }).where(eq(kept.id, webhookId));
  const asked = { ...place, webhookId };
  const log = async () => {
    const listed = await listDeliveries(db, { ...asked, now: site.now(), page: 1 });
    return listed.ok ? listed.value.deliveries : [];
  };
  const pauseReason = async () => {
    const found = await findWebhook(db, { ...asked, now: site.now() });
    return found.ok ? found.value.pauseReason : null;
  };
  const document = await aDocument(site, { groupId: group.id, createdBy: nadia.id, title: 'Ombre' });
  /** Something happens. */
  const rename = async () => {
    await happened(
      { ...site, now: () => new Date() },
      { id: document.id, verb: 'document.renamed' },
      {
        groupId: group.id,
        by: nadia.id,
      },
    );
    await numberChanges(db, webhooks.tell);
  };
  /** Waits until the last message has been tried so many times, and gives what came of it. */
  const whenTried = async (tries: number) => {
    await until('each try is told', async () => (await log())[0]?.tries.length === tries);
    const [last] = await log();
    if (!last) throw new Error('nothing is in the log');
    return last;
  };
  return { group, asked, secret, log, pauseReason, rename, whenTried };
}

/** The next try is due at once, whatever it was to wait. */
const hurry = () =>
  database.run("update pgboss.job set start_after = now() where name = 'webhooks' and state < 'active'", []);

test('[WH3] [WH4] [WH7] a message is signed, without text, tried again after a 503 under the same id, and then delivered', async () => {
  const { secret, group, rename, whenTried } = await fill();
  answers.push((_request, response) => response.writeHead(503).end('plus tard'));
  await rename();
  const waiting = await whenTried(1);
  expect(waiting).toMatchObject({ state: 'waiting', tries: [{ status: 503, answer: 'plus tard' }] });
  await hurry();
  expect(await whenTried(2)).toMatchObject({ state: 'delivered', tries: [{}, { status: 200 }] });

  const [first, second] = came;
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  const body = second?.body ?? '';
  const said = JSON.parse(body);
  expect(said).toMatchObject({
    id: second?.headers['webhook-id'],
    type: 'document.renamed',
    group: { id: group.id, name: 'Nature' },
    object: { kind: 'document', title: 'Ombre' },
    by: { name: 'Nadia' },
  });
  expect(said.object.url).toMatch(/^https:\/\/cordee\.exemple\.fr\/documents\/.+-ombre$/);
  const seconds = Number(second?.headers['webhook-timestamp']);
  expect(Math.abs(Date.now() / 1_000 - seconds)).toBeLessThan(60);
  expect(second?.headers['webhook-signature']).toBe(signatureOf([secret], { id: said.id, seconds, body }));
  const kept = await database.run('select secret, older_secret from webhook', []);
  expect(JSON.stringify(kept.rows)).not.toContain(secret.slice('whsec_'.length));
});

describe('[WH5] a try has its bounds', () => {
  test('one that is not answered in time failed', async () => {
    const { rename, whenTried } = await fill();
    answers.push(() => undefined);
    await rename();
    expect(await whenTried(1)).toMatchObject({
      state: 'waiting',
      tries: [{ status: null, error: 'outside.tooSlow' }],
    });
  });

  test('a redirection is an answer, and not followed', async () => {
    const { rename, whenTried } = await fill();
    answers.push((_request, response) => response.writeHead(302, { location: '/ailleurs' }).end());
    await rename();
    expect(await whenTried(1)).toMatchObject({ state: 'waiting', tries: [{ status: 302 }] });
    expect(came.map(({ url }) => url)).toEqual(['/entree']);
  });

  test('of an endless answer one kilobyte is kept', async () => {
    const { rename, whenTried } = await fill();
    answers.push((_request, response) => {
      const more = () => {
        while (response.write('é'.repeat(4_096)));
      };
      response.writeHead(200).on('drain', more);
      more();
    });
    await rename();
    const { state, tries } = await whenTried(1);
    expect(state).toBe('delivered');
    expect(tries[0]?.answer).toBe('é'.repeat(512));
  });

  test.each([
    ['https://10.0.0.1/', 'outside.private'],
    ['http://localhost:9/', 'outside.private'],
    ['http://8.8.8.8/', 'outside.plain'],
  ])('nothing leaves to %s', async (url, error) => {
    const { rename, whenTried } = await fill('', url);
    await rename();
    expect((await whenTried(1)).tries).toMatchObject([{ status: null, error }]);
  });
});

test('[WH6] a 410 pauses at once, with a mail to whoever answers; a test says so too, and is sent once', async () => {
  const { asked, rename, whenTried, pauseReason } = await fill();
  answers.push((_request, response) => response.writeHead(410).end());
  await rename();
  expect(await whenTried(1)).toMatchObject({ state: 'failed' });
  expect(await pauseReason()).toBe('gone');
  await until('the mails have come', () => mails.length > 0);
  expect(mails).toMatchObject([{ to: { name: 'Nadia' }, subject: expect.stringContaining('Salon') }]);
  came.length = 0;
  answers.push((_request, response) => response.writeHead(500).end());
  const { userId, ...one } = asked;
  expect((await operationsOn(database.db, { jobs }).run('webhook.test', { userId }, one)).ok).toBe(true);
  expect(await whenTried(1)).toMatchObject({ type: 'webhook.test', state: 'failed', title: null });
  expect(JSON.parse(came[0]?.body ?? '')).toMatchObject({
    type: 'webhook.test',
    group: { name: 'Nature' },
    object: { kind: 'webhook', title: 'Salon' },
  });
});

test('[WH7] two processes on one database send a message once', async () => {
  const { rename, whenTried } = await fill();
  const other = await startJobs({
    ...{ database, log: pino({ level: 'silent' }), pollSeconds: 0.5 },
    queues: [webhooks.queue],
  });
  for (let count = 0; count < 12; count++) await rename();
  await whenTried(1);
  await until('all have come', () => came.length >= 12);
  await other.stop();
  expect(new Set(came.map(({ headers }) => headers['webhook-id'])).size).toBe(12);
  expect(came).toHaveLength(12);
});

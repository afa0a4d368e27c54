import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import type { Database } from '#db/kernel/client.ts';
import { acceptInvitation } from '#db/people/invitation/invitation-acceptance.ts';
import { listInvitations, withdrawInvitation } from '#db/people/invitation/invitations.ts';
import { forgetLetters, listHeldLetters, mayLetterLeave } from '#db/people/letter/letters.ts';
import { restorePerson, suspendPerson } from '#db/people/person/people.ts';
import { aGroup, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import type { Letter } from '#server/kernel/mail/letter.ts';
import { createMailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, type Mailer, mailQueue, type Sender } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { answerHeldLetters } from '#server/operations/state/held-letters.ts';
import { createInvitations, type Invitations } from '#server/people/invitation/invitations.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { OF_ORGANISATION_A_DAY, TO_ONE_A_DAY } from '#shared/people/letter/allowance.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { lettersSentBy } from '#tests/support/people/letters-sent-by.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { type SmtpStandIn, startSmtp } from '#tests/support/smtp-stand-in.ts';

const PER_DAY = 60;
const today = new Date('2023-03-14T09:00:00Z');
/** Eight o’clock in Paris, the days after. */
const [tomorrow, dayAfter] = [new Date('2023-03-15T07:00:00Z'), new Date('2023-03-16T07:00:00Z')];
const letter: Letter = {
  subject: 'Un courriel',
  paragraphs: ['Bonjour.'],
  action: { label: 'Lire', href: 'https://cordee.example/' },
  notice: 'Parce que.',
};

let clock = today;
const now = () => clock;
let database: Database;
let jobs: Jobs;
let smtp: SmtpStandIn;
let path: string;
let mailer: Mailer;
let invitations: Invitations;

beforeAll(async () => {
  database = await openFreshDatabase();
  const { db } = database;
  path = await mkdtemp(join(tmpdir(), 'cordee-letters-'));
  smtp = await startSmtp();
  const [seal, log] = [createSeal('a secret of the tests, long enough'), pino({ level: 'silent' })];
  const folder = createMailFolder(path);
  const mayLeave = (id: string) => mayLetterLeave(db, { id, now: now() });
  const from = 'cordee@cordee.example';
  const queue = mailQueue({ seal, from, smtpUrl: smtp.url, folder, log, now, mayLeave });
  jobs = await startJobs({ database, log, queues: [queue], pollSeconds: 0.5 });
  const { newId } = siteOf(db, today);
  mailer = createMailer({ jobs, seal, newId, book: bookLetters({ perDay: PER_DAY, now }) });
  invitations = createInvitations({ db, mailer, origin: 'https://cordee.example', now, newId });
});
beforeEach(() => {
  clock = today;
});
afterAll(async () => {
  await jobs.stop();
  await smtp.leave();
  await database.close();
  await rm(path, { recursive: true, force: true });
});

const site = () => siteOf(database.db, today);
const addressOf = (count: number) => `${crypto.randomUUID()}-${count}@valmont.example`;
const addresses = (count: number) => Array.from({ length: count }, (_, at) => addressOf(at));
const send = (sender: Sender, email: string, subject = letter.subject) =>
  mailer.send(database.db, { name: 'Nadia Ferrand', email }, { ...letter, subject }, sender);
const guestOf = (email: string, groupId: string | null = null) => ({
  email,
  name: 'Nadia Ferrand',
  organisationId: null,
  place: groupId ? { groupId, role: 'contributor' as const, until: null } : null,
});

/** Sends so many letters that the day of this person is full. */
async function fill({ id: userId }: { id: string }) {
  for (const email of addresses(PER_DAY)) expect(await send({ userId }, email)).toBeNull();
}

/** The night goes by: what was held until the morning is due. */
async function morning(at: Date) {
  clock = at;
  await database.run(
    "update pgboss.job set start_after = now() where name = 'mail' and state = 'created'",
    [],
  );
}

/** Until everything that is due has left, or was dropped. */
async function untilDone() {
  await vi.waitUntil(async () => {
    const { rows } = await database.run(
      "select 1 from pgboss.job where name = 'mail' and state in ('created', 'active', 'retry') and start_after <= now()",
      [],
    );
    return rows.length === 0;
  }, 20_000);
}
const leftTo = (email: string) => smtp.messages.filter((message) => message.includes(`<${email}>`));
const subjectsLeft = (mark: string) =>
  smtp.messages.flatMap((message) => new RegExp(`^Subject: (${mark} \\d+)$`, 'm').exec(message)?.[1] ?? []);

/** How many leave on which day: null is now. */
function byDay(leaving: readonly (Date | null)[]) {
  const days = Object.groupBy(leaving, (at) => at?.toISOString() ?? 'now');
  return Object.fromEntries(Object.entries(days).map(([day, letters]) => [day, letters?.length]));
}

describe('[MA1] [MA2] the day of somebody who sends', () => {
  test('takes so many letters; what is beyond leaves on the days after, and is counted there', async () => {
    const { id: userId } = await aPerson(site());
    const leaving: (Date | null)[] = [];
    for (const email of addresses(2 * PER_DAY + 5)) leaving.push(await send({ userId }, email));
    const morrow = { [tomorrow.toISOString()]: PER_DAY, [dayAfter.toISOString()]: 5 };
    expect(byDay(leaving)).toEqual({ now: PER_DAY, ...morrow });
    clock = new Date('2023-03-16T10:00:00Z');
    expect(await send({ userId }, addressOf(0))).toBeNull();
    clock = tomorrow;
    expect(await send({ userId }, addressOf(0))).toEqual(dayAfter);
  });

  test('is that of the calendar of Paris: it is new at midnight there, summer and winter', async () => {
    const { id: userId } = await aPerson(site());
    clock = new Date('2023-03-25T22:59:00Z');
    await fill({ id: userId });
    expect(await send({ userId }, addressOf(0))).toEqual(new Date('2023-03-26T06:00:00Z'));
    clock = new Date('2023-03-25T23:00:00Z');
    expect(await send({ userId }, addressOf(0))).toBeNull();
  });

  test('is passed by nobody who sends fifty times at once', async () => {
    const by = await aPerson(site());
    for (const email of addresses(PER_DAY - 20)) await send({ userId: by.id }, email);
    const guests = addresses(50);
    const asked = await Promise.all(guests.map((email) => invitations.invite(guestOf(email), by)));
    const leaving = asked.map((invited) => (invited.ok ? invited.value.leavesAt : undefined));
    expect(byDay(leaving as (Date | null)[])).toEqual({ now: 20, [tomorrow.toISOString()]: 30 });
  });

  test('of an administrator of an organisation takes forty invitations into it, and not their letters elsewhere', async () => {
    const by = { ...(await aPerson(site())), as: 'organisation' as const };
    const organisation = await anOrganisation(site());
    const leaving: (Date | null)[] = [];
    for (const email of addresses(60)) {
      const invited = await invitations.invite({ ...guestOf(email), organisationId: organisation.id }, by);
      if (!invited.ok) throw new Error(invited.error);
      leaving.push(invited.value.leavesAt);
    }
    const [most, rest] = [OF_ORGANISATION_A_DAY, 60 - OF_ORGANISATION_A_DAY];
    expect(byDay(leaving)).toEqual({ now: most, [tomorrow.toISOString()]: rest });
    expect(await send({ userId: by.id }, addressOf(0))).toBeNull();
  });

  test('takes so many for one address, however it is written; whoever else writes there is not in the way', async () => {
    const [one, other] = [await aPerson(site()), await aPerson(site())];
    const email = addressOf(0);
    const leaving: (Date | null)[] = [];
    for (let count = 0; count < TO_ONE_A_DAY + 3; count++)
      leaving.push(await send({ userId: one.id }, count % 2 === 0 ? email : email.toUpperCase()));
    expect(byDay(leaving)).toEqual({ now: TO_ONE_A_DAY, [tomorrow.toISOString()]: 3 });
    expect(await send({ userId: other.id }, email)).toBeNull();
    expect(await send({ userId: one.id }, addressOf(1))).toBeNull();
  });

  test('is not that of the server: its letters leave at once, however many', async () => {
    const email = addressOf(0);
    const leaving = await Promise.all(addresses(PER_DAY + 5).map(() => send('server', email)));
    expect(byDay(leaving)).toEqual({ now: PER_DAY + 5 });
  });

  test('counts nothing of a transaction that is rolled back', async () => {
    const by = await aPerson(site());
    const { db } = database;
    const failed = db.transaction(async (tx) => {
      await mailer.send(tx, { name: 'Nadia', email: addressOf(0) }, letter, { userId: by.id });
      throw new Error('too late');
    });
    await expect(failed).rejects.toThrow('too late');
    expect(await lettersSentBy(db, by)).toBe(0);
  });
});

describe('[MA3] [MA4] a letter that is held back', () => {
  test('leaves on its morning, none lost, in the order in which they were sent', async () => {
    const by = await aPerson(site());
    await fill(by);
    const mark = crypto.randomUUID();
    for (let count = 1; count <= 5; count++)
      await send({ userId: by.id }, addressOf(count), `${mark} ${count}`);
    await untilDone();
    expect(subjectsLeft(mark)).toEqual([]);
    await morning(tomorrow);
    await untilDone();
    expect(subjectsLeft(mark)).toEqual([1, 2, 3, 4, 5].map((count) => `${mark} ${count}`));
  });

  test('says beside its invitation when it leaves', async () => {
    const by = await aPerson(site());
    const group = await aGroup(site());
    await fill(by);
    const email = addressOf(0);
    await invitations.invite(guestOf(email, group.id), by);
    const [waiting] = await listInvitations(database.db, { groupId: group.id });
    expect(waiting).toMatchObject({ email, mailLeavesAt: tomorrow });
  });

  test('does not leave when its invitation was withdrawn, sent again, or is over, nor when its sender is suspended', async () => {
    const { db } = database;
    const [by, suspended, admin] = [await aPerson(site()), await aPerson(site()), await aPerson(site())];
    const group = await aGroup(site());
    await fill(by);
    await fill(suspended);
    const [withdrawn = '', again = '', accepted = '', stays = ''] = addresses(4);
    for (const email of [withdrawn, again, accepted, stays])
      await invitations.invite(guestOf(email, group.id), by);
    const idOf = async (email: string) =>
      (await listInvitations(db, { groupId: group.id })).find((one) => one.email === email)?.id ?? '';
    await withdrawInvitation(db, { id: await idOf(withdrawn), groupId: group.id });
    expect(await invitations.resend({ id: await idOf(again), groupId: group.id }, by)).toMatchObject({
      ok: true,
    });
    // Another invitation to the same address, of somebody whose day is not full, opened the account meanwhile.
    const other = await aPerson(site());
    await invitations.invite(guestOf(accepted, (await aGroup(site())).id), other);
    await untilDone();
    const token =
      /\/invitation\/([\w-]{43})/.exec(leftTo(accepted)[0]?.replaceAll('=\n', '') ?? '')?.[1] ?? '';
    const account = { userId: crypto.randomUUID(), name: 'Nadia', jobTitle: '', passwordHash: 'x' };
    const joined = await acceptInvitation(db, {
      ...account,
      token,
      newId: () => crypto.randomUUID(),
      now: today,
    });
    expect(joined).toMatchObject({ ok: true });
    const theirs = addressOf(9);
    expect(await send({ userId: suspended.id }, theirs)).toEqual(tomorrow);
    await suspendPerson(db, { id: suspended.id, by: admin.id, now: today });

    await morning(tomorrow);
    await untilDone();
    const left = [withdrawn, again, accepted, stays, theirs].map((email) => leftTo(email).length);
    expect(left).toEqual([0, 1, 1, 1, 0]);
    await restorePerson(db, { id: suspended.id, by: admin.id, now: today });
  });
});

describe('[MA5] [MA6] what is held back', () => {
  test('is told by sender, with how many and until when, without what will not leave', async () => {
    const { db } = database;
    const by = await aPerson(site(), { name: 'Claire Oudin' });
    const group = await aGroup(site());
    await fill(by);
    for (const email of addresses(PER_DAY + 2)) await send({ userId: by.id }, email);
    await invitations.invite(guestOf(addressOf(0), group.id), by);
    const held = () => listHeldLetters(db, { userId: by.id, now: today });
    const said = { userId: by.id, name: 'Claire Oudin', next: tomorrow, until: dayAfter };
    expect(await held()).toEqual([{ ...said, letters: PER_DAY + 3 }]);
    const [invitation] = await listInvitations(db, { groupId: group.id });
    await withdrawInvitation(db, { id: invitation?.id ?? '', groupId: group.id });
    expect(await held()).toEqual([{ ...said, letters: PER_DAY + 2 }]);
    expect(await listHeldLetters(db, { userId: by.id, now: dayAfter })).toEqual([]);
  });

  test('goes now, or never, as an administrator says and nobody else', async () => {
    const { db } = database;
    const [by, other] = [await aPerson(site()), await aPerson(site())];
    await fill(by);
    await fill(other);
    const [goes, never] = [addressOf(1), addressOf(2)];
    await send({ userId: by.id }, goes);
    await send({ userId: other.id }, never);
    const answer = (who: { id: string }, userId: string, gesture: 'release' | 'withdraw') =>
      answerHeldLetters(db, { by: who.id, userId, gesture, now: today });
    const admin = await aPerson(site(), { platformRole: 'admin' });
    const gone = await aPerson(site(), { platformRole: 'admin' });
    await suspendPerson(db, { id: gone.id, by: admin.id, now: today });
    const wrong = [by, gone, { id: 'nobody' }];
    for (const platformRole of ['member', 'reviewer', 'coordinator'] as const)
      wrong.push(await aPerson(site(), { platformRole }));
    for (const who of wrong)
      for (const gesture of ['release', 'withdraw'] as const)
        expect(await answer(who, by.id, gesture)).toBeNull();

    expect(await answer(admin, by.id, 'release')).toBe(1);
    expect(await answer(admin, other.id, 'withdraw')).toBe(1);
    expect(await answer(admin, other.id, 'withdraw')).toBe(0);
    await untilDone();
    expect(leftTo(goes)).toHaveLength(1);
    await morning(tomorrow);
    await untilDone();
    expect([leftTo(goes).length, leftTo(never).length]).toEqual([1, 0]);
    const lines = await db.select().from(auditEntries).where(eq(auditEntries.actorId, admin.id));
    expect(lines.map(({ action, subjectId, subjectName }) => [action, subjectId, subjectName])).toEqual(
      expect.arrayContaining([
        ['person.lettersReleased', by.id, ''],
        ['person.lettersWithdrawn', other.id, ''],
      ]),
    );
    expect(lines.filter(({ action }) => action.startsWith('person.letters'))).toHaveLength(2);
  });

  test('[PD10] is forgotten some days after it left, and not before', async () => {
    const { db } = database;
    const by = await aPerson(site());
    await fill(by);
    await send({ userId: by.id }, addressOf(0));
    await forgetLetters(db, { now: dayAfter });
    expect(await lettersSentBy(db, by)).toBe(PER_DAY + 1);
    await forgetLetters(db, { now: new Date('2023-03-21T10:00:00Z') });
    expect(await lettersSentBy(db, by)).toBe(1);
  });
});

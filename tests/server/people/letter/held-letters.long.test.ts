import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { acceptInvitation } from '#db/people/invitation/invitation-acceptance.ts';
import { listInvitations, withdrawInvitation } from '#db/people/invitation/invitations.ts';
import { forgetLetters, listHeldLetters } from '#db/people/letter/letters.ts';
import { restorePerson, suspendPerson } from '#db/people/person/people.ts';
import { aGroup, aPerson } from '#db/seed/builders/builders.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import {
  addresses,
  addressOf,
  dayAfter,
  PER_DAY,
  startLetters,
  today,
  tomorrow,
} from '#tests/support/people/letters.ts';
import { lettersSentBy } from '#tests/support/people/letters-sent-by.ts';

let world: Awaited<ReturnType<typeof startLetters>>;
beforeAll(async () => {
  world = await startLetters();
});
beforeEach(() => {
  world.clock.now = today;
});
afterAll(() => world.stop());

describe('[MA3] [MA4] a letter that is held back', () => {
  test('leaves on its morning, none lost, in the order in which they were sent', async () => {
    const by = await aPerson(world.site());
    await world.fill(by);
    const mark = crypto.randomUUID();
    for (let count = 1; count <= 5; count++)
      await world.send({ userId: by.id }, addressOf(count), `${mark} ${count}`);
    await world.untilDone();
    expect(world.subjectsLeft(mark)).toEqual([]);
    await world.morning(tomorrow);
    await world.untilDone();
    expect(world.subjectsLeft(mark)).toEqual([1, 2, 3, 4, 5].map((count) => `${mark} ${count}`));
  });

  test('says beside its invitation when it leaves', async () => {
    const by = await aPerson(world.site(), { platformRole: 'coordinator' });
    const group = await aGroup(world.site());
    await world.fill(by);
    const email = addressOf(0);
    await world.invite(by, email, group.id);
    const [waiting] = await listInvitations(world.db, { groupId: group.id });
    expect(waiting).toMatchObject({ email, mailLeavesAt: tomorrow });
  });

  test('does not leave when its invitation was withdrawn, sent again, or is over, nor when its sender is suspended', async () => {
    const { db } = world;
    const [by, suspended, admin] = [
      await aPerson(world.site(), { platformRole: 'coordinator' }),
      await aPerson(world.site()),
      await aPerson(world.site()),
    ];
    const group = await aGroup(world.site());
    await world.fill(by);
    await world.fill(suspended);
    const [withdrawn = '', again = '', accepted = '', stays = ''] = addresses(4);
    for (const email of [withdrawn, again, accepted, stays]) await world.invite(by, email, group.id);
    const idOf = async (email: string) =>
      (await listInvitations(db, { groupId: group.id })).find((one) => one.email === email)?.id ?? '';
    const gone = { id: await idOf(withdrawn), groupId: group.id };
    await inTransaction(db, (tx) => withdrawInvitation(tx, gone));
    const renewed = { invitationId: await idOf(again) };
    const resent = await world.operations.run('invitation.resend', { userId: by.id }, renewed);
    expect(resent).toMatchObject({ ok: true });
    // Another invitation to the same address, of somebody whose day is not full, opened the account meanwhile.
    const other = await aPerson(world.site(), { platformRole: 'coordinator' });
    await world.invite(other, accepted, (await aGroup(world.site())).id);
    await world.untilDone();
    const token =
      /\/invitation\/([\w-]{43})/.exec(world.leftTo(accepted)[0]?.replaceAll('=\n', '') ?? '')?.[1] ?? '';
    const account = { userId: crypto.randomUUID(), name: 'Nadia', jobTitle: '', passwordHash: 'x' };
    const joined = await inTransaction(db, (tx) =>
      acceptInvitation(tx, {
        ...account,
        token,
        newId: () => crypto.randomUUID(),
        now: today,
      }),
    );
    expect(joined).toMatchObject({ ok: true });
    const theirs = addressOf(9);
    expect(await world.send({ userId: suspended.id }, theirs)).toEqual(tomorrow);
    await inTransaction(db, (tx) => suspendPerson(tx, { id: suspended.id, by: admin.id, now: today }));

    await world.morning(tomorrow);
    await world.untilDone();
    const left = [withdrawn, again, accepted, stays, theirs].map((email) => world.leftTo(email).length);
    expect(left).toEqual([0, 1, 1, 1, 0]);
    await inTransaction(db, (tx) => restorePerson(tx, { id: suspended.id, by: admin.id, now: today }));
  });
});

describe('[MA5] [MA6] what is held back', () => {
  test('is told by sender, with how many and until when, without what will not leave', async () => {
    const { db } = world;
    const by = await aPerson(world.site(), { name: 'Claire Oudin', platformRole: 'coordinator' });
    const group = await aGroup(world.site());
    await world.fill(by);
    for (const email of addresses(PER_DAY + 2)) await world.send({ userId: by.id }, email);
    await world.invite(by, addressOf(0), group.id);
    const held = () => listHeldLetters(db, { userId: by.id, now: today });
    const said = { userId: by.id, name: 'Claire Oudin', next: tomorrow, until: dayAfter };
    expect(await held()).toEqual([{ ...said, letters: PER_DAY + 3 }]);
    const [invitation] = await listInvitations(db, { groupId: group.id });
    await inTransaction(db, (tx) => withdrawInvitation(tx, { id: invitation?.id ?? '', groupId: group.id }));
    expect(await held()).toEqual([{ ...said, letters: PER_DAY + 2 }]);
    expect(await listHeldLetters(db, { userId: by.id, now: dayAfter })).toEqual([]);
  });

  test('goes now, or never, as an administrator says and nobody else', async () => {
    const { db } = world;
    const [by, other] = [await aPerson(world.site()), await aPerson(world.site())];
    await world.fill(by);
    await world.fill(other);
    const [goes, never] = [addressOf(1), addressOf(2)];
    await world.send({ userId: by.id }, goes);
    await world.send({ userId: other.id }, never);
    const answer = (who: { id: string }, userId: string, gesture: 'release' | 'withdraw') =>
      operationsOn(db, { now: () => today })
        .run('heldLetters.answer', { userId: who.id }, { userId, gesture })
        .then((answered) => (answered.ok ? answered.value.count : null));
    const admin = await aPerson(world.site(), { platformRole: 'admin' });
    const gone = await aPerson(world.site(), { platformRole: 'admin' });
    await inTransaction(db, (tx) => suspendPerson(tx, { id: gone.id, by: admin.id, now: today }));
    const wrong = [by, gone, { id: 'nobody' }];
    for (const platformRole of ['member', 'reviewer', 'coordinator'] as const)
      wrong.push(await aPerson(world.site(), { platformRole }));
    for (const who of wrong)
      for (const gesture of ['release', 'withdraw'] as const)
        expect(await answer(who, by.id, gesture)).toBeNull();

    expect(await answer(admin, by.id, 'release')).toBe(1);
    expect(await answer(admin, other.id, 'withdraw')).toBe(1);
    expect(await answer(admin, other.id, 'withdraw')).toBe(0);
    await world.untilDone();
    expect(world.leftTo(goes)).toHaveLength(1);
    await world.morning(tomorrow);
    await world.untilDone();
    expect([world.leftTo(goes).length, world.leftTo(never).length]).toEqual([1, 0]);
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
    const { db } = world;
    const by = await aPerson(world.site());
    await world.fill(by);
    await world.send({ userId: by.id }, addressOf(0));
    await forgetLetters(db, { now: dayAfter });
    expect(await lettersSentBy(db, by)).toBe(PER_DAY + 1);
    await forgetLetters(db, { now: new Date('2023-03-21T10:00:00Z') });
    expect(await lettersSentBy(db, by)).toBe(1);
  });
});

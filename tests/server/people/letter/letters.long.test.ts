import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { users } from '#db/people/person/schema.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { OF_ORGANISATION_A_DAY, TO_ONE_A_DAY } from '#shared/people/letter/allowance.ts';
import {
  addresses,
  addressOf,
  dayAfter,
  guestOf,
  letter,
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

/** How many leave on which day: null is now. */
function byDay(leaving: readonly (Date | null)[]) {
  const days = Object.groupBy(leaving, (at) => at?.toISOString() ?? 'now');
  return Object.fromEntries(Object.entries(days).map(([day, letters]) => [day, letters?.length]));
}

describe('[MA1] [MA2] the day of somebody who sends', () => {
  test('takes so many letters; what is beyond leaves on the days after, and is counted there', async () => {
    const { id: userId } = await aPerson(world.site());
    const leaving: (Date | null)[] = [];
    for (const email of addresses(2 * PER_DAY + 5)) leaving.push(await world.send({ userId }, email));
    const morrow = { [tomorrow.toISOString()]: PER_DAY, [dayAfter.toISOString()]: 5 };
    expect(byDay(leaving)).toEqual({ now: PER_DAY, ...morrow });
    world.clock.now = new Date('2023-03-16T10:00:00Z');
    expect(await world.send({ userId }, addressOf(0))).toBeNull();
    world.clock.now = tomorrow;
    expect(await world.send({ userId }, addressOf(0))).toEqual(dayAfter);
  });

  test('is that of the calendar of Paris: it is new at midnight there, summer and winter', async () => {
    const { id: userId } = await aPerson(world.site());
    world.clock.now = new Date('2023-03-25T22:59:00Z');
    await world.fill({ id: userId });
    expect(await world.send({ userId }, addressOf(0))).toEqual(new Date('2023-03-26T06:00:00Z'));
    world.clock.now = new Date('2023-03-25T23:00:00Z');
    expect(await world.send({ userId }, addressOf(0))).toBeNull();
  });

  test('is passed by nobody who sends fifty times at once', async () => {
    const by = await aPerson(world.site());
    for (const email of addresses(PER_DAY - 20)) await world.send({ userId: by.id }, email);
    const leaving = await Promise.all(addresses(50).map((email) => world.send({ userId: by.id }, email)));
    expect(byDay(leaving)).toEqual({ now: 20, [tomorrow.toISOString()]: 30 });
  });

  test('of an administrator of an organisation takes forty invitations into it, and not their letters elsewhere', async () => {
    const organisation = await anOrganisation(world.site());
    const by = await aPerson(world.site(), { organisationId: organisation.id });
    await world.db.update(users).set({ administersId: organisation.id }).where(eq(users.id, by.id));
    const leaving: (Date | null)[] = [];
    for (const email of addresses(60)) {
      const invited = await world.operations.run(
        'invitation.toOrganisation',
        { userId: by.id },
        guestOf(email),
      );
      if (!invited.ok) throw new Error(invited.error);
      leaving.push(invited.value.leavesAt);
    }
    const [most, rest] = [OF_ORGANISATION_A_DAY, 60 - OF_ORGANISATION_A_DAY];
    expect(byDay(leaving)).toEqual({ now: most, [tomorrow.toISOString()]: rest });
    expect(await world.send({ userId: by.id }, addressOf(0))).toBeNull();
  });

  test('takes so many for one address, however it is written; whoever else writes there is not in the way', async () => {
    const [one, other] = [await aPerson(world.site()), await aPerson(world.site())];
    const email = addressOf(0);
    const leaving: (Date | null)[] = [];
    for (let count = 0; count < TO_ONE_A_DAY + 3; count++)
      leaving.push(await world.send({ userId: one.id }, count % 2 === 0 ? email : email.toUpperCase()));
    expect(byDay(leaving)).toEqual({ now: TO_ONE_A_DAY, [tomorrow.toISOString()]: 3 });
    expect(await world.send({ userId: other.id }, email)).toBeNull();
    expect(await world.send({ userId: one.id }, addressOf(1))).toBeNull();
  });

  test('is not that of the server: its letters leave at once, however many', async () => {
    const email = addressOf(0);
    const leaving = await Promise.all(addresses(PER_DAY + 5).map(() => world.send('server', email)));
    expect(byDay(leaving)).toEqual({ now: PER_DAY + 5 });
  });

  test('counts nothing of a transaction that is rolled back', async () => {
    const by = await aPerson(world.site());
    const { db } = world;
    const failed = db.transaction(async (tx) => {
      await world.mailer.send(tx, { name: 'Nadia', email: addressOf(0) }, letter, { userId: by.id });
      throw new Error('too late');
    });
    await expect(failed).rejects.toThrow('too late');
    expect(await lettersSentBy(db, by)).toBe(0);
  });
});

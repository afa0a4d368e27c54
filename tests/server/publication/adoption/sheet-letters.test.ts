import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { organisations } from '#db/people/organisation/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { experimentTeam } from '#db/programme/experiment/schema.ts';
import { serviceAreas, territorialFacilitators } from '#db/programme/facilitator/schema.ts';
import { departments, municipalities, regions } from '#db/programme/territory/schema.ts';
import { sheetLetters } from '#db/publication/adoption/sheet-letter-schema.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { createMailer } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { LETTER_MAX } from '#shared/publication/adoption/letter.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { lettersSentBy } from '#tests/support/people/letters-sent-by.ts';
import { ADDRESS, type AdoptionWorld, withAdoptions } from '#tests/support/publication/adoptions.ts';

const seal = createSeal('a secret of the tests, long enough');
const Mail = z.object({
  to: z.object({ email: z.string() }),
  subject: z.string(),
  text: z.string(),
  replyTo: z.object({ email: z.string() }).optional(),
});

/** A city in a department that a structure covers, with somebody of that structure, and what is sent. */
async function around(world: AdoptionWorld) {
  const { db, site, clairvigne, people, valmont, experimentId } = world;
  const sent: z.output<typeof Mail>[] = [];
  const jobs = {
    send: async (_tx: unknown, _queue: string, data: object) => {
      const { sealed } = z.object({ sealed: z.string() }).parse(data);
      sent.push(Mail.parse(JSON.parse(seal.open(sealed) ?? '')));
    },
  };
  const now = () => people.aurelie.now;
  const book = bookLetters({ perDay: 500, now });
  const operations = operationsOn(db, { mailer: createMailer({ jobs, seal, newId: randomUUID, book }), now });
  const place = { departmentCode: '02', regionCode: '32' };
  await db.insert(regions).values({ code: '32', name: 'Hauts-de-France' });
  await db.insert(departments).values({ code: '02', name: 'Aisne', regionCode: '32' });
  await db.insert(municipalities).values({ code: '02789', name: 'Clairvigne', postalCodes: [], ...place });
  const commune = { municipalityCode: '02789' };
  await db.update(organisations).set(commune).where(eq(organisations.id, clairvigne.id));
  const name = 'Agence des Hauts';
  const structure = await anOrganisation(site, { name, kind: 'territorialFacilitator', colour: 0 });
  const etienne = await aPerson(site, { name: 'Étienne Vidal', organisationId: structure.id });
  const facilitatorId = site.newId();
  const unsaid = { offer: '', address: '', site: '', contactName: '', contactEmail: '', contactPhone: '' };
  await db.insert(territorialFacilitators).values({
    ...{ id: facilitatorId, name, kind: 'agency', source: '', certainty: '', ...unsaid },
    ...{ organisationId: structure.id, createdAt: now(), updatedAt: now() },
  });
  await db.insert(serviceAreas).values({ facilitatorId, level: 'department', code: '02' });
  const inTeam = { role: 'business', organisationId: valmont.id } as const;
  await db.insert(experimentTeam).values({ experimentId, userId: people.nadia.userId, ...inTeam });
  const rows = await db.select({ id: users.id, email: users.email }).from(users);
  const emails = new Map(rows.map(({ id, email }) => [id, email]));
  const write = (
    person: { userId: string },
    message = 'Bonjour.\n\nComment avez-vous fait ?',
    address = ADDRESS,
  ) => operations.run('sheetLetter.send', { userId: person.userId }, { address, message });
  return { ...world, sent, write, etienne, emailOf: (id: string) => emails.get(id) ?? '' };
}

test('[RP13] [MA1] a message goes to the named team, with answers to its writer, and in copy to who helps their city; once a day', () =>
  withAdoptions(async (world) => {
    const { db, people, sent, write, clairvigne, etienne, emailOf } = await around(world);
    expect(await write(people.aurelie)).toEqual({ ok: true, value: { sent: 1 } });
    const writer = emailOf(people.aurelie.userId);
    expect(sent.map(({ to, replyTo }) => [to.email, replyTo?.email])).toEqual([
      [emailOf(people.nadia.userId), writer],
      [etienne.email, writer],
    ]);
    for (const { text } of sent) {
      expect(text).toContain('Comment avez-vous fait ?');
      expect(text).toContain('Clairvigne');
      expect(text).not.toContain(writer);
    }
    expect(await lettersSentBy(db, { id: people.aurelie.userId })).toBe(2);
    expect(await db.select().from(sheetLetters)).toMatchObject([
      { senderId: people.aurelie.userId, organisationId: clairvigne.id, recipients: 1 },
    ]);
    expect(await write(people.aurelie, 'Encore')).toMatchObject({ error: 'adoption.letterToday' });
    expect(sent).toHaveLength(2);
  }));

test('[RP13] nobody outside the programme writes, nothing leaves from a sheet that is not there, and a message says something', () =>
  withAdoptions(async (world) => {
    const { people, sent, write } = await around(world);
    expect(await write(people.guest)).toMatchObject({ error: 'access.notFound' });
    expect(await write({ userId: '' })).toMatchObject({ ok: false });
    expect(await write(people.aurelie, 'Bonjour', 'inconnue-0123abcd')).toMatchObject({
      error: 'access.notFound',
    });
    expect(await write(people.aurelie, '  \n ')).toMatchObject({
      fields: { message: 'adoption.letterEmpty' },
    });
    const long = await write(people.aurelie, 'a'.repeat(LETTER_MAX + 1));
    expect(long).toMatchObject({ fields: { message: 'adoption.letterTooLong' } });
    expect(sent).toEqual([]);
  }));

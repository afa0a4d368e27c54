import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { organisations } from '#db/people/organisation/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { findFacilitatorTie } from '#db/programme/facilitator/facilitator-ties.ts';
import { territorialFacilitators } from '#db/programme/facilitator/schema.ts';
import { municipalities } from '#db/programme/territory/schema.ts';
import { listFacilitatorsForCity } from '#db/publication/support/support-rights.ts';
import { listSupportsByStructure, listSupportsForCity } from '#db/publication/support/supports.ts';
import { listOwnStructures, listTerritory } from '#db/publication/support/territory.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { findToDo } from '#db/to-do.ts';
import { createMailer } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { waitingOf } from '#shared/publication/support/territory.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { cover } from '#tests/support/news/programme-events.ts';
import { lettersSentBy } from '#tests/support/people/letters-sent-by.ts';
import { ADDRESS, type AdoptionWorld, withAdoptions } from '#tests/support/publication/adoptions.ts';

const seal = createSeal('a secret of the tests, long enough');
const Mail = z.object({ to: z.object({ email: z.string() }), text: z.string() });
const DAY_MS = 86_400_000;

/** Paul’s agency covers Clairvigne by its name; another agency, with Inès, covers nothing. */
async function around(world: AdoptionWorld) {
  const { db, site, people, clairvigne } = world;
  const sent: z.output<typeof Mail>[] = [];
  const jobs = {
    send: async (_tx: unknown, _queue: string, data: object) => {
      const { sealed } = z.object({ sealed: z.string() }).parse(data);
      sent.push(Mail.parse(JSON.parse(seal.open(sealed) ?? '')));
    },
  };
  let ms = people.aurelie.now.getTime();
  const now = () => new Date(ms);
  const book = bookLetters({ perDay: 500, now });
  const operations = operationsOn(db, { mailer: createMailer({ jobs, seal, newId: randomUUID, book }), now });
  const facilitatorId = await cover(world, '75');
  const [paul] = await db.select().from(users).where(eq(users.id, people.paul.userId));
  const agency = { name: `Agence ${facilitatorId}` };
  const own = paul?.organisationId ?? '';
  await db.update(organisations).set({ name: agency.name }).where(eq(organisations.id, own));
  const { facilitatorId: otherId, ...other } = {
    facilitatorId: await cover(world, '76'),
    organisation: await anOrganisation(site, { name: 'Autre agence', kind: 'territorialFacilitator' }),
  };
  await db
    .update(territorialFacilitators)
    .set({ organisationId: other.organisation.id })
    .where(eq(territorialFacilitators.id, otherId));
  const stranger = { userId: (await aPerson(site, { organisationId: other.organisation.id })).id };
  const tie = (cities: string, organisation: string = agency.name, id = facilitatorId) =>
    operations.run('facilitator.tie', people.claire, { facilitatorId: id, organisation, cities });
  expect(await tie('clairvigne')).toMatchObject({ ok: true });
  const cityId = clairvigne.id;
  const desk = async (userId: string) => {
    const found = await listOwnStructures(db, { userId, now: now() });
    return found ? listTerritory(db, { ...found, now: now() }) : [];
  };
  const due = async (userId: string) =>
    (await findToDo(db, { userId, now: now() })).filter(({ kind }) => kind === 'support');
  return {
    ...{ operations, sent, facilitatorId, otherId, stranger, tie, cityId, desk, due },
    later: () => {
      ms += DAY_MS;
    },
  };
}
type Around = Awaited<ReturnType<typeof around>>;
const withAgency = (run: (world: AdoptionWorld, around: Around) => Promise<void>) =>
  withAdoptions(async (world) => run(world, await around(world)));
const absent = expect.objectContaining({ ok: false, error: 'access.notFound' });

describe('[AT5] a structure', () => {
  test('is tied by the coordination, to an organisation and to cities that are here', () =>
    withAgency(async ({ db, people }, { tie, facilitatorId, operations }) => {
      const asking = { facilitatorId, organisation: '', cities: '' };
      expect(await operations.run('facilitator.tie', people.paul, asking)).toEqual(absent);
      expect(await tie('Nulle part')).toMatchObject({ fields: { cities: 'facilitator.cityNotFound' } });
      expect(await tie('', 'Personne')).toMatchObject({
        fields: { organisation: 'facilitator.organisationNotFound' },
      });
      // Neither case nor accents count, and a partner is no city.
      expect(await tie('CLAIRVIGNE\nclairvigne')).toMatchObject({ ok: true });
      expect(await findFacilitatorTie(db, facilitatorId)).toMatchObject({ cities: ['Clairvigne'] });
      expect(await tie(Array.from({ length: 301 }, (_, at) => `Ville ${at}`).join('\n'))).toMatchObject({
        fields: { cities: 'facilitator.tooManyCities' },
      });
    }));

  test('shows its territory to its own people, and to nobody of another one', () =>
    withAgency(async ({ people }, { desk, stranger }) => {
      expect(await desk(people.paul.userId)).toMatchObject([{ name: 'Clairvigne', standing: 'here' }]);
      expect(await desk(stranger.userId)).toEqual([]);
      expect(await desk(people.aurelie.userId)).toEqual([]);
    }));

  test('keeps a city whose commune was merged into one of its territory', () =>
    withAgency(async ({ db, people, pontOrmeau }, { desk, tie }) => {
      const place = { departmentCode: '75', regionCode: '11', postalCodes: [] };
      await db.insert(municipalities).values([
        { code: '75001', name: 'Commune nouvelle', ...place },
        { code: '01001', name: 'Pont', ...place, departmentCode: '01', replacedBy: '75001' },
      ]);
      await db
        .update(organisations)
        .set({ municipalityCode: '01001' })
        .where(eq(organisations.id, pontOrmeau.id));
      expect(await tie('')).toMatchObject({ ok: true });
      expect((await desk(people.paul.userId)).map(({ name }) => name)).toEqual(['Pont-Ormeau']);
    }));

  test('that left the network covers nothing any more, and its notes stay with the city', () =>
    withAgency(async ({ db, people }, { desk, due, operations, facilitatorId, cityId }) => {
      const note = { cityId, what: 'Une visite', day: '2023-03-10' };
      expect(await operations.run('support.note', people.paul, note)).toMatchObject({ ok: true });
      const [kept] = await listSupportsForCity(db, cityId);
      expect(await operations.run('facilitator.remove', people.claire, { facilitatorId })).toMatchObject({
        ok: true,
      });
      expect(await desk(people.paul.userId)).toEqual([]);
      expect(await due(people.paul.userId)).toEqual([]);
      const change = { supportId: kept?.id ?? '', what: 'Autre', day: '2023-03-10' };
      expect(await operations.run('support.change', people.paul, change)).toEqual(absent);
      expect(await listSupportsForCity(db, cityId)).toMatchObject([{ what: 'Une visite' }]);
    }));
});

describe('[AT6] what a city asks', () => {
  test('waits for those who cover it until they offered help, and again when that is taken back', () =>
    withAgency(async ({ people, saved, move }, { desk, due, operations, stranger, cityId }) => {
      const { userId } = people.paul;
      expect(await due(userId)).toEqual([]);
      const id = await saved(people.aurelie);
      expect(await due(userId)).toMatchObject([{ title: 'Clairvigne', count: 1, place: expect.any(String) }]);
      await move(people.aurelie, id, 'declared', 0);
      expect(await operations.run('support.ask', people.thomas, { message: 'Et après ?' })).toMatchObject({
        ok: true,
      });
      expect(await due(userId)).toMatchObject([{ count: 2 }]);
      const [city] = await desk(userId);
      expect(
        city &&
          waitingOf(city)
            .map(({ kind }) => kind)
            .toSorted(),
      ).toEqual(['help', 'interest']);
      // Nothing of what the check answers.
      expect(JSON.stringify(city)).not.toContain('obtainable');
      expect(await due(stranger.userId)).toEqual([]);
      expect(await due(people.aurelie.userId)).toEqual([]);

      expect(await operations.run('support.offer', stranger, { cityId })).toEqual(absent);
      const offered = await operations.run('support.offer', people.paul, { cityId });
      if (!offered.ok) throw new Error(offered.error);
      expect(await due(userId)).toEqual([]);
      const ofIt = { supportId: offered.value.id };
      expect(await operations.run('support.withdraw', stranger, ofIt)).toEqual(absent);
      expect(await operations.run('support.withdraw', people.paul, ofIt)).toMatchObject({ ok: true });
      expect(await due(userId)).toHaveLength(1);
    }));

  test('waits for each of two structures that cover it, until each answered', () =>
    withAgency(async ({ people, saved }, { due, operations, tie, otherId, stranger, cityId }) => {
      expect(await tie('Clairvigne', 'Autre agence', otherId)).toMatchObject({ ok: true });
      await saved(people.aurelie);
      expect(await operations.run('support.offer', stranger, { cityId })).toMatchObject({ ok: true });
      expect(await due(stranger.userId)).toEqual([]);
      expect(await due(people.paul.userId)).toHaveLength(1);
    }));

  test('waits no longer than three months, nor for somebody who left the structure', () =>
    withAgency(async ({ db, people, saved }, { due, later, desk }) => {
      await saved(people.aurelie);
      await db.update(users).set({ organisationId: null }).where(eq(users.id, people.paul.userId));
      expect(await due(people.paul.userId)).toEqual([]);
      expect(await desk(people.paul.userId)).toEqual([]);
      const [agency] = await db.select().from(territorialFacilitators);
      const organisationId = agency?.organisationId ?? null;
      await db.update(users).set({ organisationId }).where(eq(users.id, people.paul.userId));
      for (let day = 0; day < 91; day++) later();
      expect(await due(people.paul.userId)).toEqual([]);
    }));

  test('[MA1] leaves by mail to the people of the structure, once a day, and from nobody of no city', () =>
    withAgency(async ({ db, people }, { operations, sent, later }) => {
      const message = { message: 'Par où commencer ?' };
      expect(await operations.run('support.ask', people.claire, message)).toEqual(absent);
      expect(await operations.run('support.ask', people.aurelie, { message: ' ' })).toMatchObject({
        fields: { message: 'support.textEmpty' },
      });
      expect(await operations.run('support.ask', people.ines, message)).toMatchObject({
        error: 'support.noFacilitator',
      });
      expect(await operations.run('support.ask', people.aurelie, message)).toMatchObject({ ok: true });
      const [paul] = await db.select().from(users).where(eq(users.id, people.paul.userId));
      expect(sent.map(({ to }) => to.email)).toEqual([paul?.email]);
      expect(sent[0]?.text).toContain('Par où commencer ?');
      expect(await lettersSentBy(db, { id: people.aurelie.userId })).toBe(1);
      expect(await operations.run('support.ask', people.aurelie, message)).toMatchObject({
        error: 'support.askedToday',
      });
      later();
      expect(await operations.run('support.ask', people.aurelie, message)).toMatchObject({ ok: true });
    }));
});

describe('[AT7] what was done for a city', () => {
  test('is noted, changed and withdrawn by its own people, and read by the city', () =>
    withAgency(async ({ db, people }, { operations, stranger, facilitatorId, cityId }) => {
      const note = { cityId, what: 'Une visite', day: '2023-03-10' };
      for (const who of [stranger, people.aurelie, people.claire])
        expect(await operations.run('support.note', who, note)).toEqual(absent);
      expect(await operations.run('support.note', people.paul, { ...note, day: '2099-01-01' })).toMatchObject(
        { fields: { day: 'support.dayInvalid' } },
      );
      expect(await operations.run('support.note', people.paul, note)).toMatchObject({ ok: true });
      const [kept] = await listSupportsForCity(db, cityId);
      const change = { supportId: kept?.id ?? '', what: 'Deux visites', day: '2023-03-09' };
      expect(await operations.run('support.change', people.aurelie, change)).toEqual(absent);
      expect(await operations.run('support.change', people.paul, change)).toMatchObject({ ok: true });
      expect(await listSupportsForCity(db, cityId)).toMatchObject([
        { what: 'Deux visites', day: '2023-03-09' },
      ]);
      const { supportId } = change;
      await operations.run('support.withdraw', people.paul, { supportId });
      expect(await operations.run('support.change', people.paul, change)).toEqual(absent);
      expect(await listSupportsForCity(db, cityId)).toEqual([]);
      await operations.run('support.restore', people.paul, { supportId });
      expect(await listSupportsByStructure(db, facilitatorId)).toMatchObject([{ city: 'Clairvigne' }]);
    }));

  test('[MA1] a message leaves to the people of the city, is kept, and stays what was sent', () =>
    withAgency(async ({ db, people, pontOrmeau }, { operations, sent, cityId, stranger, tie }) => {
      const message = { cityId, message: 'Je passe mardi ?' };
      expect(await operations.run('support.write', stranger, message)).toEqual(absent);
      expect(await operations.run('support.write', people.paul, message)).toMatchObject({
        ok: true,
        value: { sent: 2 },
      });
      expect(sent).toHaveLength(2);
      expect(await lettersSentBy(db, { id: people.paul.userId })).toBe(2);
      const [kept] = await listSupportsForCity(db, cityId);
      const change = { supportId: kept?.id ?? '', what: 'Autre', day: '2023-03-09' };
      expect(await operations.run('support.change', people.paul, change)).toMatchObject({
        error: 'support.wasSent',
      });
      await tie('Pont-Ormeau');
      await db.update(users).set({ organisationId: null }).where(eq(users.organisationId, pontOrmeau.id));
      const toNobody = { cityId: pontOrmeau.id, message: 'Bonjour' };
      expect(await operations.run('support.write', people.paul, toNobody)).toMatchObject({
        error: 'support.nobodyThere',
      });
    }));

  test('[RP13] the structure that covers a city by name has the copy of its letter, and stands in Ma ville', () =>
    withAgency(async ({ db, people }, { operations, due, cityId }) => {
      const letter = { address: ADDRESS, message: 'Comment avez-vous fait ?' };
      expect(await operations.run('sheetLetter.send', people.aurelie, letter)).toMatchObject({ ok: true });
      expect(await due(people.paul.userId)).toMatchObject([{ title: 'Clairvigne' }]);
      expect(await listFacilitatorsForCity(db, { cityId, reader: people.aurelie })).toHaveLength(1);
    }));
});

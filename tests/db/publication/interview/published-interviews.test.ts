import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { documentAccess } from '#db/documents/access/schema.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import {
  findInterview,
  findPublicInterview,
  listPublicInterviews,
} from '#db/publication/interview/published-interviews.ts';
import { publish } from '#db/publication/public-document/publications.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { withSheet } from '#tests/support/publication/use-case-sheets.ts';

const now = new Date('2023-03-14T09:00:00Z');
const ADDRESS = 'l-ombre-0123abcd';
const [FIRST, SECOND] = ['a', 'b'].map((sign) => sign.repeat(64)) as [string, string];
const fields = {
  personName: 'Nadia Ferrand',
  personRole: 'Cheffe',
  organisation: 'Valmont',
  hook: 'L’ombre',
};
const consent = { givenBy: 'Nadia Ferrand', givenOn: '2023-03-10', means: 'courriel' };
const typed = { ...consent, coversImages: '' };
const text = {
  blocks: ['<p>Pourquoi l’ombre ?</p>'],
  fileIds: [] as string[],
  address: ADDRESS,
  outline: [],
  writers: ['Valmont'],
  seq: 1,
  sha256: FIRST,
  title: 'L’ombre',
};

/** A document of a group, and one person of each sort. */
async function world(db: Tx) {
  const site = siteOf(db, now);
  const { newId } = site;
  const [group, other] = [await aGroup(site), await aGroup(site)];
  const person = async (role: 'facilitator' | 'observer', groupId = group.id) => {
    const { id } = await aPerson(site);
    await aMember(site, { groupId, userId: id, role });
    return id;
  };
  const people = {
    facilitator: await person('facilitator'),
    /** Of no group, and named on the document to write it. */
    writer: (await aPerson(site)).id,
    observer: await person('observer'),
    stranger: await person('facilitator', other.id),
  };
  const document = await aDocument(site, {
    groupId: group.id,
    createdBy: people.facilitator,
    title: 'L’ombre',
  });
  const editor = { id: newId(), documentId: document.id, userId: people.writer, role: 'editor' as const };
  await db.insert(documentAccess).values({ ...editor, addedBy: people.facilitator, addedAt: now });
  const operations = operationsOn(db, { now: () => now });
  const of = { documentId: document.id };
  const describe = (userId: string, given = fields) =>
    operations.run('publishedInterview.describe', { userId }, { ...of, ...given });
  const note = (userId: string, given: Partial<typeof typed> = {}, sha256 = FIRST) =>
    operations.run('publishedInterview.noteConsent', { userId }, { ...of, ...typed, ...given, sha256 });
  const takeConsentBack = (userId: string) =>
    operations.run('publishedInterview.withdrawConsent', { userId }, { ...of, ...typed });
  const release = (userId: string, given: Partial<typeof text> = {}) =>
    operations.run('publishedInterview.publish', { userId }, { ...of, text: { ...text, ...given } });
  const takeBack = (userId: string) => operations.run('publishedInterview.takeBack', { userId }, of);
  return { db, site, group, people, document, describe, note, takeConsentBack, release, takeBack };
}
type World = Awaited<ReturnType<typeof world>>;
const withWorld = (run: (given: World) => Promise<void>) => withDb(async (db) => run(await world(db)));

async function answersOf(
  { people }: World,
  gesture: (id: string) => Promise<{ ok: true } | { ok: false; error: string }>,
) {
  const said: Record<string, string> = {};
  for (const [name, id] of Object.entries(people)) {
    const done = await gesture(id);
    said[name] = done.ok ? 'ok' : done.error;
  }
  return said;
}

const WRITERS = {
  facilitator: 'ok',
  writer: 'ok',
  observer: 'access.forbidden',
  stranger: 'access.notFound',
};

test('[IV1] [IV2] writers say who is interviewed and note the consent; observers and strangers do not', () =>
  withWorld(async (given) => {
    const { db, people, document, describe, note } = given;
    expect(await note(people.writer)).toMatchObject({ error: 'publishedInterview.notDescribed' });
    expect(await answersOf(given, (id) => describe(id))).toEqual(WRITERS);
    expect(await answersOf(given, (id) => note(id))).toEqual(WRITERS);
    expect(await note(people.writer, { givenOn: '2023-03-15' })).toMatchObject({
      error: 'publishedInterview.consentDayInvalid',
    });
    const interview = await findInterview(db, document.id);
    expect(interview?.fields).toEqual(fields);
    expect(interview?.consents).toMatchObject([{ rank: 2 }, { rank: 1, ...consent, sha256: FIRST }]);
    await expect(
      db.transaction((tx) => tx.execute(sql`update published_interview_consent set is_given = true`)),
    ).rejects.toThrow();
  }));

test('[IV2] nothing is published without consent to the very text and person, nor pictures without consent to them', () =>
  withWorld(async (given) => {
    const { db, people, describe, note, release } = given;
    const { facilitator, writer } = people;
    expect(await release(facilitator)).toMatchObject({ error: 'publishedInterview.notDescribed' });
    await describe(writer);
    expect(await release(facilitator)).toMatchObject({ error: 'publishedInterview.consentMissing' });
    await note(writer, {}, SECOND);
    expect(await release(facilitator)).toMatchObject({ error: 'publishedInterview.consentMissing' });
    await note(writer);
    expect(await release(facilitator, { title: 'Autre titre' })).toMatchObject({
      error: 'publishedInterview.otherText',
    });
    expect(await release(facilitator, { fileIds: ['x'] })).toMatchObject({
      error: 'publishedInterview.imageConsentMissing',
    });
    expect(await findPublicInterview(db, ADDRESS)).toBeNull();
    expect(await answersOf(given, (id) => release(id))).toEqual({ ...WRITERS, writer: 'access.forbidden' });
    await describe(writer, { ...fields, personRole: 'Maire' });
    expect(await release(facilitator)).toMatchObject({ error: 'publishedInterview.consentMissing' });
    // What the public reads is frozen.
    expect(await findPublicInterview(db, 'AUTRE-TITRE-0123ABCD')).toMatchObject({
      address: ADDRESS,
      person: fields,
    });
    expect(await listPublicInterviews(db)).toHaveLength(1);
  }));

test('[IV3] a consent that is taken back takes the page down at once, by any writer; it comes back with a new one only', () =>
  withWorld(async (given) => {
    const { db, people, describe, note, release, takeConsentBack, takeBack } = given;
    const { facilitator, writer, observer, stranger } = people;
    await describe(writer);
    expect(await takeConsentBack(writer)).toMatchObject({ error: 'publishedInterview.consentMissing' });
    await note(writer);
    await release(facilitator);
    expect(await takeConsentBack(observer)).toMatchObject({ error: 'access.forbidden' });
    expect(await takeConsentBack(stranger)).toMatchObject({ error: 'access.notFound' });
    expect(await takeConsentBack(writer)).toMatchObject({ ok: true });
    expect(await findPublicInterview(db, ADDRESS)).toBe('withdrawn');
    expect(await listPublicInterviews(db)).toEqual([]);
    expect(await release(facilitator)).toMatchObject({ error: 'publishedInterview.consentMissing' });
    await note(writer);
    expect(await release(facilitator)).toMatchObject({ ok: true });
    expect(await takeBack(writer)).toMatchObject({ error: 'access.forbidden' });
    expect(await takeBack(facilitator)).toMatchObject({ ok: true });
    expect(await findPublicInterview(db, ADDRESS)).toBe('withdrawn');
  }));

test('[IV1] what is public already, and the text of a use-case sheet, do not become interviews', async () => {
  await withWorld(async ({ db, site, group, people, document, describe }) => {
    const { sha256: _, title: __, ...state } = text;
    const by = { documentId: document.id, groupId: group.id, by: people.facilitator, now };
    await publish(db, { ...by, ...state, activityId: site.newId(), excerpt: '' });
    expect(await describe(people.writer)).toMatchObject({ error: 'publishedInterview.isPublic' });
  });
  await withSheet(async ({ db, people, documentId }) => {
    const { userId } = people.nadia;
    const wish = { documentId, ...fields };
    expect(
      await operationsOn(db, { now: () => now }).run('publishedInterview.describe', { userId }, wish),
    ).toMatchObject({ error: 'publishedInterview.isSheet' });
  });
});

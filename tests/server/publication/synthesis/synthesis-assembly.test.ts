import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { groups, themes } from '#db/people/group/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { syntheses } from '#db/publication/synthesis/schema.ts';
import { findChapter } from '#db/publication/synthesis/synthesis-chapters.ts';
import { listContributions, listExpectedCities } from '#db/publication/synthesis/synthesis-cities.ts';
import { findWhole, isWhole } from '#db/publication/synthesis/synthesis-whole.ts';
import { listSigners, organisationsOf } from '#db/reviews/review-signers.ts';
import { aMember, anOrganisation } from '#db/seed/builders/builders.ts';
import { createSynthesisAssembly } from '#server/publication/synthesis/synthesis-assembly.ts';
import type { PlatformRole } from '#shared/kernel/access/access.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { refusalOf } from '#tests/support/meetings/meetings.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const room = (id: string) => roomName({ kind: 'document', id });

async function around() {
  const { site, rooms, groupId } = server;
  const { db } = site;
  const [city, other] = [
    await anOrganisation(site, { name: 'Valmont' }),
    await anOrganisation(site, { name: 'Aubin' }),
  ];
  for (const { id } of [city, other]) await aMember(site, { groupId, organisationId: id, role: 'observer' });
  const person = async (name: string, organisationId: string, platformRole: PlatformRole = 'member') => {
    const made = await server.person({ name, organisationId });
    await db.update(users).set({ platformRole }).where(eq(users.id, made.id));
    return { userId: made.id, now: site.now() };
  };
  const odf = await anOrganisation(site, { name: 'OpenDataFrance', kind: 'coordinator' });
  const claire = await person('Claire', odf.id, 'coordinator');
  const nadia = await person('Nadia', city.id);
  const [season] = await db
    .select({ id: themes.seasonId })
    .from(groups)
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .where(eq(groups.id, groupId));
  const seasonId = season?.id ?? '';
  const operations = operationsOn(db, { now: site.now, rooms });
  const settings = { title: 'Synthèse', due: '2023-06-30', seasonId, group: groupId };
  expect(await operations.run('synthesis.begin', claire, settings)).toMatchObject({ ok: true });
  const [begun] = await db
    .select({ id: syntheses.id })
    .from(syntheses)
    .where(eq(syntheses.seasonId, seasonId));
  const synthesisId = asReadable<'synthesis'>(begun?.id ?? '');
  const add = async (chapterTitle: string, said: string) => {
    const given = { synthesisId, chapterTitle, owner: '', chapterDue: '' };
    const made = await operations.run('synthesis.addChapter', claire, given);
    if (!made.ok) throw new Error(made.error);
    const chapterId = made.value.id;
    const documentId = (await findChapter(db, { chapterId, ...claire }))?.documentId ?? '';
    await write(documentId, said);
    return { chapterId, documentId };
  };
  const write = (documentId: string, said: string) =>
    rooms.apply(room(documentId), { userId: nadia.userId }, 'document.append', {
      blocks: [{ type: 'paragraph', content: [{ type: 'text', text: said }] }],
    });
  const assembly = createSynthesisAssembly({ rooms, operations });
  const textOf = async (id: string) => JSON.stringify((await rooms.read(room(id), 'blocks', ANYBODY)).value);
  const people = { claire, nadia };
  return { ...{ db, operations, people, city, other, synthesisId, add, write, assembly, textOf } };
}

test('[SY6] [SY8] [SY9] the whole is assembled again and again as one document that nobody writes, and that cities may sign', async () => {
  const { db, operations, people, city, other, synthesisId, add, write, assembly, textOf } = await around();
  const { claire, nadia } = people;
  const assemble = (userId = claire.userId, isConfirmed = true) =>
    assembly.assemble({ synthesisId, userId, isConfirmed });
  expect(await refusalOf(assemble())).toBe('synthesis.empty');
  const first = await add('Les arbres', 'Douze villes comptent.');
  await add('Les rues', 'Deux rues sur cinq.');

  // Cities are named by the coordination or the owner, and are of a group of the season.
  const name = ({ userId }: typeof claire, ...cities: string[]) =>
    operations.run('synthesisChapter.setCities', { userId }, { chapterId: first.chapterId, cities });
  expect(await refusalOf(name(nadia, city.id))).toBe('access.forbidden');
  expect(await refusalOf(name(claire, 'nowhere'))).toBe('synthesis.cityNotFound');
  const accessOf = async () =>
    (await findDocumentForMember(db, { documentId: first.documentId, ...nadia }))?.access;
  expect(await accessOf()).toBe('comment');
  expect(await refusalOf(name(claire, city.id, other.id))).toBeNull();
  expect(await accessOf()).toBe('write');
  expect((await listExpectedCities(db, synthesisId)).get(first.chapterId)).toMatchObject([
    { name: 'Aubin' },
    { name: 'Valmont' },
  ]);
  const written = await listContributions(db, synthesisId);
  expect(written.map(({ organisation }) => organisation.name)).toEqual(['Valmont', 'Valmont']);

  expect(await refusalOf(assemble(nadia.userId))).toBe('access.forbidden');
  expect(await refusalOf(assemble(claire.userId, false))).toBe('synthesis.notApproved');
  const made = await assemble();
  if (!made.ok) throw new Error(made.error);
  const { id } = made.value;
  expect(await isWhole(db, id)).toBe(true);
  expect(await isWhole(db, first.documentId)).toBe(false);
  const said = await textOf(id);
  expect(said.indexOf('Les arbres')).toBeLessThan(said.indexOf('Deux rues sur cinq.'));
  expect(said).toContain('Qui a écrit');
  expect(await findDocumentForMember(db, { documentId: id, ...claire })).toMatchObject({
    title: 'Synthèse',
    isFrozen: true,
    access: 'read',
  });
  const signers = await listSigners(db, { documentId: id, now: claire.now });
  expect(organisationsOf(signers).map((one) => one.name)).toEqual(
    expect.arrayContaining(['OpenDataFrance', 'Valmont']),
  );

  await write(first.documentId, 'Treize en juin.');
  expect(await textOf(id)).not.toContain('Treize');
  // Two at once say the same.
  await Promise.all([assemble(), assemble()]);
  const after = await textOf(id);
  expect(after.split('Treize en juin.').length).toBe(2);
  expect(after.split('Deux rues sur cinq.').length).toBe(2);
  expect(await findWhole(db, synthesisId)).toMatchObject({
    documentId: id,
    assembled: { number: 3, byName: 'Claire', chapters: [{ title: 'Les arbres' }, { title: 'Les rues' }] },
  });
});

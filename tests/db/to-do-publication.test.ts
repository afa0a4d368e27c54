import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { adoptions } from '#db/publication/adoption/schema.ts';
import { docClients } from '#db/realtime/schema.ts';
import { aMember } from '#db/seed/builders/builders.ts';
import { findToDo } from '#db/to-do.ts';
import type { ObligationKind } from '#shared/obligations.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { withAdoptions } from '#tests/support/publication/adoptions.ts';
import { withSynthesis } from '#tests/support/publication/syntheses.ts';

type People = Readonly<Record<string, { readonly userId: string; readonly now: Date }>>;

/** Who of these people has a line of this kind, and what it says. */
async function who(db: Parameters<typeof findToDo>[0], people: People, kind: ObligationKind) {
  const found: Record<string, string> = {};
  for (const [name, { userId, now }] of Object.entries(people))
    for (const line of await findToDo(db, { userId, now }))
      if (line.kind === kind) found[name] = `${line.title} ${line.day}`;
  return found;
}

test('[AF1] [SY5] [SY6] a chapter waits for its owner, and for the cities that are expected until one of theirs has written', () =>
  withSynthesis(async ({ db, site, people, groupId, valmont, add, run }) => {
    await aMember(site, { groupId, organisationId: valmont.id, role: 'contributor' });
    const { claire, nadia } = people;
    const { chapterId, documentId } = await add(claire, 'Ombres', { owner: nadia.userId });
    expect(await who(db, people, 'chapter')).toEqual({ nadia: 'Ombres 2023-06-30' });
    const cities = [valmont.id];
    expect(await run('synthesisChapter.setCities', claire, { chapterId, cities })).toMatchObject({
      ok: true,
    });
    const expected = await who(db, people, 'cityText');
    expect(expected).toHaveProperty('nadia', 'Ombres 2023-06-30');
    expect(expected).not.toHaveProperty('claire');
    const room = roomName({ kind: 'document', id: documentId });
    await db.insert(docClients).values({ room, clientId: 7, userId: nadia.userId, at: nadia.now });
    expect(await who(db, people, 'cityText')).toEqual({});
    await run('synthesisChapter.setDue', claire, { chapterId, due: '2023-05-20' });
    expect(await who(db, people, 'chapter')).toEqual({ nadia: 'Ombres 2023-05-20' });
  }));

test('[AF1] [RP6] what a city said that it would repeat waits for its people a month later, and for nobody else', () =>
  withAdoptions(async ({ db, people, saved }) => {
    const id = await saved(people.ines);
    expect(await who(db, people, 'adoption')).toEqual({});
    await db.update(adoptions).set({ interest: 'declared' }).where(eq(adoptions.id, id));
    const found = await who(db, people, 'adoption');
    expect(found).toHaveProperty('ines');
    expect(found).not.toHaveProperty('claire');
    await db.update(adoptions).set({ interest: 'done' }).where(eq(adoptions.id, id));
    expect(await who(db, people, 'adoption')).toEqual({});
  }));

import { expect, test } from 'vitest';
import { experimentOrganisations, experiments } from '#db/programme/experiment/schema.ts';
import { aGroup, anOrganisation } from '#db/seed/builders/builders.ts';
import { createDataNeeds } from '#server/library/need/data-needs.ts';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { startTestServer } from '#tests/support/server.ts';

test('[DN12] a request becomes a card of whoever may write the need and the board; anybody else makes none', async () => {
  const server = await startTestServer();
  try {
    const { database, site, rooms } = server;
    const { db } = database;
    const { themeId } = await aGroup(site);
    const [city, other] = [await anOrganisation(site), await anOrganisation(site)];
    const [experimentId, needId] = [site.newId(), site.newId()];
    await db
      .insert(experiments)
      .values({ id: experimentId, themeId, title: 'Arbres', createdAt: site.now() });
    await db.insert(experimentOrganisations).values({ experimentId, organisationId: city.id, isLead: true });
    const { id: boardId, room } = await server.board();
    const { id: userId } = await server.person({ role: 'contributor' });
    await rooms.apply(room, { userId }, 'board.create', { columns: [{ id: 'todo', name: 'À faire' }] });
    const needs = createDataNeeds({ db, rooms, now: site.now, newId: site.newId });
    const request = async (organisationId: string, role?: GroupRole) => {
      const { id: by } = await server.person({ organisationId, ...(role && { role }) });
      return needs.request({ experimentId, needId, boardId, title: 'Demander l’inventaire', by });
    };
    const cards = async () => {
      const { columns } = (await rooms.read(room, 'board', ANYBODY)).value;
      return columns.flatMap((column) => column.cards);
    };
    expect(await request(city.id, 'observer')).toEqual({ ok: false, error: 'access.forbidden' });
    expect(await request(other.id, 'contributor')).toEqual({ ok: false, error: 'access.forbidden' });
    expect(await request(city.id)).toEqual({ ok: false, error: 'access.notFound' });
    expect(await cards()).toEqual([]);
    const made = await request(city.id, 'contributor');
    expect(made).toEqual({ ok: true, value: { boardId, cardId: expect.any(String) } });
    expect(await cards()).toMatchObject([
      { id: made.ok && made.value.cardId, title: 'Demander l’inventaire' },
    ]);
  } finally {
    await server.close();
  }
});

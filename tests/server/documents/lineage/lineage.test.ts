import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendUpdates } from '#db/realtime/doc-updates.ts';
import { ManyHands, placesOf, write } from '#tests/support/documents/many-hands.ts';
import { until } from '#tests/support/patience.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let people: readonly SignedIn[];
beforeAll(async () => {
  server = await startTestServer();
  people = [
    await server.person({ role: 'contributor', name: 'Nadia Ferrand' }),
    await server.person({ role: 'contributor', name: 'Farid Benali' }),
    await server.person({ role: 'facilitator', name: 'Claire Oudin' }),
  ];
});
afterAll(() => server.close());

const [NADIA, FARID, CLAIRE] = [0, 1, 2];
const TEXTS = [
  'Les arbres de la place du marché donnent peu d’ombre avant dix heures.',
  'Relever la température du sol à midi, trois fois par semaine.',
] as const;

/** What people did in a text, stored as the server stores it. */
async function store(hands: ManyHands, room: string): Promise<void> {
  const { rows } = await server.database.run('select seq from doc_room where room = $1', [room]);
  for (const { seq, data } of hands.rows) {
    if (seq <= Number(rows[0]?.seq ?? 0)) continue;
    const by = hands.writers[seq - 1] ?? 0;
    const known = hands.writers.slice(0, seq - 1).includes(by);
    const userId = people[by]?.id ?? '';
    const newClients = known ? [] : [{ clientId: by + 1, userId }];
    await appendUpdates(server.database.run, [{ room, data, userId, newClients }], new Date());
  }
  server.rooms.tellMade(room);
  const last = hands.rows.length;
  await until('the tables follow the log', async () => {
    const projected = await server.database.run('select seq from doc_projection where room = $1', [room]);
    return Number(projected.rows[0]?.seq) >= last;
  });
}

async function authors(id: string, who = people[CLAIRE]): Promise<{ status: number; items: unknown }> {
  const answer = await fetch(`${server.origin}/api/v1/documents/${id}/authors`, {
    headers: { authorization: `Bearer ${who?.token}` },
  });
  const body = (await answer.json()) as { items?: { person: { name: string } | null; characters: number }[] };
  return {
    status: answer.status,
    items: body.items?.map(({ person, characters }) => [person?.name ?? null, characters]),
  };
}

const NADIAS = ['Nadia Ferrand', TEXTS[0].replace(/\s/gu, '').length] as const;
const FARIDS = ['Farid Benali', TEXTS[1].replace(/\s/gu, '').length] as const;

describe('[LG1] the server reads in the log whose the letters are', () => {
  test('[LG1] whoever makes a list of a text, or brings a version back, is not its author', async () => {
    const { id, room } = await server.document();
    const hands = new ManyHands(['Nadia', 'Farid', 'Claire']);
    hands.edit(NADIA, (tr) => write(tr, TEXTS[0]));
    hands.edit(FARID, (tr) => write(tr, TEXTS[1]));
    await store(hands, room);
    expect(await authors(id)).toEqual({ status: 200, items: [NADIAS, FARIDS] });
    hands.edit(CLAIRE, (tr) => {
      const blocks = placesOf(tr.doc).map(({ node }) => tr.doc.type.schema.node('listItem', null, [node]));
      tr.replaceWith(0, tr.doc.content.size, tr.doc.type.schema.node('bulletList', null, blocks));
    });
    await store(hands, room);
    expect(await authors(id)).toEqual({ status: 200, items: [NADIAS, FARIDS] });
    const before = hands.rows.length;
    hands.edit(CLAIRE, (tr) => tr.replaceWith(0, tr.doc.content.size, tr.doc.type.schema.node('paragraph')));
    hands.restore(CLAIRE, before);
    await store(hands, room);
    expect(await authors(id)).toEqual({ status: 200, items: [NADIAS, FARIDS] });
    const organisations = await server.database.run('select user_id from doc_lineage where room = $1', [
      room,
    ]);
    expect(new Set(organisations.rows.map(({ user_id }) => user_id))).toEqual(
      new Set([people[NADIA]?.id, people[FARID]?.id]),
    );
  });

  test('[LG4] what is pasted from a text that one may read stays its author’s; from one that one may not, nobody is named', async () => {
    // In no other document, not even in one of an earlier try.
    const PASTED = `La cour de l’école Jules-Ferry garde la fraîcheur jusqu’à la fin du mois de juin. ${server.site.newId()}`;
    const source = await server.document();
    const hands = new ManyHands(['Nadia', 'Farid', 'Claire']);
    hands.edit(NADIA, (tr) => write(tr, 'Bilan', PASTED));
    await store(hands, source.room);
    const target = await server.document();
    const paste = new ManyHands(['Nadia', 'Farid', 'Claire']);
    paste.edit(FARID, (tr) => write(tr, 'Bilan', PASTED));
    await store(paste, target.room);
    expect(await authors(target.id)).toEqual({
      status: 200,
      items: [['Nadia Ferrand', PASTED.replace(/\s/gu, '').length + 'Bilan'.length]],
    });
    await server.database.run(`update document set visibility = 'restricted' where id = any($1)`, [
      [source.id, target.id],
    ]);
    const other = await server.document();
    const again = new ManyHands(['Nadia', 'Farid', 'Claire']);
    again.edit(FARID, (tr) => write(tr, 'Bilan', PASTED));
    await store(again, other.room);
    expect(await authors(other.id)).toEqual({
      status: 200,
      items: [['Farid Benali', PASTED.replace(/\s/gu, '').length + 'Bilan'.length]],
    });
  });

  test('[LG1] a process that begins anew reads the log from where it was left, and finds the same', async () => {
    const { id, room } = await server.document();
    const hands = new ManyHands(['Nadia', 'Farid', 'Claire']);
    hands.edit(NADIA, (tr) => write(tr, TEXTS[0]));
    hands.edit(FARID, (tr) => write(tr, TEXTS[1]));
    for (const by of [CLAIRE, FARID, CLAIRE])
      hands.edit(by, (tr) => {
        const [first] = placesOf(tr.doc);
        if (!first) return;
        tr.delete(first.from, first.to);
        tr.insert(tr.doc.content.size, first.node);
      });
    await store(hands, room);
    await server.database.run('delete from doc_lineage where room = $1', [room]);
    await server.database.run('delete from doc_projection where room = $1', [room]);
    server.rooms.tellMade(room);
    await until('the log is read again', async () => {
      const { rows } = await server.database.run('select lineage_seq from doc_projection where room = $1', [
        room,
      ]);
      return Number(rows[0]?.lineage_seq) === hands.rows.length;
    });
    expect(await authors(id)).toEqual({ status: 200, items: [NADIAS, FARIDS] });
  });

  test('[LG1] nobody asks for the authors of a text that they may not read', async () => {
    const { id } = await server.document();
    const stranger = await server.person();
    expect((await authors(id, stranger)).status).toBe(404);
    expect((await fetch(`${server.origin}/api/v1/documents/${id}/authors`)).status).toBe(401);
  });
});

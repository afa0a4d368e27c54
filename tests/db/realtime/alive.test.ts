import { expect, onTestFinished, test } from 'vitest';
import { deleteForGood } from '#db/documents/trash/tombstones.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { appendUpdates, saveSnapshot } from '#db/realtime/doc-updates.ts';
import { saveLineage } from '#db/realtime/lineage.ts';
import { saveDocumentProjection } from '#db/realtime/projections.ts';
import { aDocument, aGroup, aPerson } from '#db/seed/builders/builders.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { until } from '#tests/support/patience.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2026-03-03T09:00:00Z');

test('[K5] nothing is kept of what was deleted for good, by whoever was on the way to keep it', async () => {
  const database = await openFreshDatabase();
  onTestFinished(() => database.close());
  const { db, run } = database;
  const site = siteOf(db, now);
  const [group, person] = [await aGroup(site), await aPerson(site)];
  const { id } = await aDocument(site, { groupId: group.id, createdBy: person.id });
  const room = `document:${id}`;
  const data = Uint8Array.of(0, 0);
  const said = {
    text: 'Gardé',
    excerpt: '',
    outline: [],
    words: 1,
    characters: {},
    outcomes: [],
    excerpts: [],
  };
  const keepers = [
    () =>
      appendUpdates(
        run,
        [{ room, data, userId: person.id, newClients: [{ clientId: 7, userId: person.id }] }],
        now,
      ),
    () => saveSnapshot(run, { room, seq: 1, data }, now),
    () => saveDocumentProjection(run, { room, id, seq: 1 }, said, now),
    () =>
      saveLineage(
        run,
        { room, seq: 1, inherited: [{ client: 7, clock: 0, length: 1, author: person.id }] },
        now,
      ),
  ];
  const { rows: tables } = await run(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'room' and table_name <> 'doc_room'",
    [],
  );
  const kept = async () => {
    const counted = await Promise.all(
      tables.map(async ({ name }) => {
        const { rows } = await run(`select 1 from "${name}" where room = $1`, [room]);
        return rows.length > 0 ? [String(name)] : [];
      }),
    );
    return counted.flat().toSorted();
  };
  for (const keep of keepers) await keep();
  const all = await kept();
  expect(all).toEqual(['doc_client', 'doc_lineage', 'doc_projection', 'doc_snapshot', 'doc_update']);

  const waiting: Promise<unknown>[] = [];
  await inTransaction(db, async (tx) => {
    await deleteForGood(tx, room, now);
    waiting.push(...keepers.map((keep) => keep()));
    await until('each waits for the deletion', async () => {
      const { rows } = await run(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        [],
      );
      return rows.length === keepers.length;
    });
  });
  await Promise.allSettled(waiting);
  expect(await kept()).toEqual([]);
  for (const keep of keepers) await keep().catch(() => undefined);
  expect(await kept()).toEqual([]);
});

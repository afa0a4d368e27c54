import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { recordAudit } from '#db/kernel/audit/audit.ts';
import type { Db } from '#db/kernel/client.ts';
import { compareSigned, signedKinds } from '#db/operations/audit/compare-signed.ts';
import { PROOFS } from '#db/operations/personal-data/erase-person.ts';
import { rowsOf } from '#db/search/search-terms.ts';
import { signedFacts as words } from '#shared/operations/audit/signed-facts.fr.ts';
import { SIGNED_KINDS } from '#shared/operations/audit/signed-facts.ts';
import { withDb } from '#tests/support/database.ts';
import { changesOf, everySignedRow, openUp, signedTables } from '#tests/support/operations/signed-rows.ts';

/** What the database refuses to change, or keeps to the byte, and is not compared: why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  audit_entry: 'the trail itself',
  audit_head: 'the trail itself',
  thematic_dossier_step: 'a history of states, signed by nobody',
  application_submission: 'its candidate has the receipt',
};

class Undone extends Error {}

/** What a comparison says once this was done to the database, which is as it was afterwards. */
async function comparedAfter(db: Db, change: (tx: Db) => Promise<unknown>) {
  let found: Awaited<ReturnType<typeof compareSigned>> | undefined;
  await db
    .transaction(async (tx) => {
      await change(tx);
      found = await compareSigned(tx);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  if (!found) throw new Error('nothing was compared');
  return found;
}
const run = (statement: string) => (tx: Db) => tx.execute(sql.raw(statement));

describe('[AU10] what was signed, approved or decided', () => {
  test('every column of every table of it, changed by the owner of the database, is told; nothing is while nothing was changed', () =>
    withDb(async (db) => {
      await everySignedRow(db);
      const whole = await compareSigned(db);
      expect(whole).toMatchObject({ older: 0, differences: [] });
      expect(whole.same).toBeGreaterThan(SIGNED_KINDS.length);
      await openUp(db);
      const free = SIGNED_KINDS.flatMap((name) => {
        const { table, columns } = signedKinds[name];
        return Object.entries(getTableColumns(table)).flatMap(([key, { name: column }]) =>
          (columns as Record<string, string>)[key] === 'free' ? [`${getTableName(table)}.${column}`] : [],
        );
      });
      expect(free.sort()).toEqual(['minutes.sheet_at', 'mission_delivery.document_id']);
      const untold: string[] = [];
      const byTable = Map.groupBy(await changesOf(db, signedTables()), ({ table }) => table);
      const most = Math.max(...[...byTable.values()].map(({ length }) => length));
      // One column of each table at a time: what is told of a table is told for that column.
      for (let at = 0; at < most; at++) {
        const changes = [...byTable.values()].flatMap((columns) => columns[at] ?? []);
        const { differences } = await comparedAfter(db, async (tx) => {
          for (const { statement } of changes) await run(statement)(tx);
        });
        const told = new Set(differences.map(({ kind }) => getTableName(signedKinds[kind].table)));
        untold.push(...changes.flatMap(({ table, column }) => (told.has(table) ? [] : `${table}.${column}`)));
      }
      expect(untold.sort()).toEqual(free);
    }));

  test('is said in French: which, what of it differs, and since which line', () =>
    withDb(async (db) => {
      await everySignedRow(db);
      await openUp(db);
      const told = async (statement: string) =>
        (await comparedAfter(db, run(statement))).differences.map((one) => words.difference(one));
      expect(
        await told(`update review_round set quorum = 1, deadline = deadline + interval '1 day'`),
      ).toEqual([
        expect.stringMatching(
          /^Relecture n°\u00a01, «\u202fSynthèse\u202f» \(.+\)\u00a0: la base ne dit plus ce que dit la ligne \d+ du journal\. Diffère\u00a0: l’échéance, le quorum\.$/,
        ),
      ]);
      expect(
        await told(`update review_answer set answer = 'refuse', at = at - interval '1 day' where number = 2`),
      ).toEqual([expect.stringMatching(/^Réponse à une relecture n°\u00a02.*: la réponse, l’instant\.$/)]);
      expect(await told(`delete from review_answer where number = 1`)).toEqual([
        expect.stringMatching(/la base ne l’a plus\.$/),
      ]);
      expect(
        await told(
          `insert into review_answer select round_id, 9, organisation_id, answer, reason, sha256, answered_by, at from review_answer where number = 1`,
        ),
      ).toEqual([expect.stringMatching(/aucune ligne du journal n’en parle\.$/)]);
      const texts = await comparedAfter(db, run(`update exact_text set exact_text = exact_text || ' '`));
      expect(texts.differences).toMatchObject([{ kind: 'exactText', facts: ['words'] }]);
    }));

  test('is older than its lines, came with an archive, went with what it belongs to, or was written over by an erasure: no difference', () =>
    withDb(async (db) => {
      await everySignedRow(db);
      await openUp(db);
      const older = await comparedAfter(
        db,
        run(`update signed_file set sha256 = 'f', made_at = made_at - interval '1 day'`),
      );
      expect(older.differences.map(({ found }) => found)).toEqual(['removed']);
      expect(older.older).toBe(1);
      const gone = await comparedAfter(db, async (tx) => {
        for (const table of ['announced_decision', 'committee_decision', 'assessment_giving', 'assessment'])
          await run(`delete from ${table}`)(tx);
        await run('alter table application drop constraint application_pkey cascade')(tx);
        await run('delete from application')(tx);
      });
      expect(gone.differences).toEqual([]);
      const imported = (at: string) => async (tx: Db) => {
        const subject = { kind: 'platform', id: 'platform', name: '' } as const;
        await recordAudit(tx, { actorId: null, action: 'archive.imported', subject, now: new Date(at) });
        await run(`insert into meeting_vote select 'venu', meeting_id, question, choices, by, is_secret, quorum, opened_at, opened_by,
          closed_at + interval '1 hour', result from meeting_vote`)(tx);
      };
      expect(await comparedAfter(db, imported('2023-03-15T00:00:00Z'))).toMatchObject({
        older: 1,
        differences: [],
      });
      expect((await comparedAfter(db, imported('2023-03-14T00:00:00Z'))).differences).toMatchObject([
        { kind: 'vote', found: 'added' },
      ]);
      const motivation = `update committee_decision set motivation = 'Ancien membre' where rank = 1`;
      const erased = await comparedAfter(db, async (tx) => {
        const subject = { kind: 'person', id: 'une', name: '' } as const;
        await recordAudit(tx, { actorId: null, action: 'person.erased', subject, now: new Date() });
        await run(motivation)(tx);
      });
      expect(erased).toMatchObject({ older: 3, differences: [] });
      expect((await comparedAfter(db, run(motivation))).differences).toHaveLength(3);
    }));

  test('is every table that the database refuses to change, or keeps as proof to the byte, but those that say why not', () =>
    withDb(async (db) => {
      const guarded = await rowsOf<{ table: string }>(
        db,
        sql`select distinct g.tgrelid::regclass::text as "table" from pg_trigger g
          join pg_proc p on p.oid = g.tgfoid where p.proname like '%\\_refuse' order by 1`,
      );
      const proofs = [...PROOFS].map((column) => column.replace(/\..*/, ''));
      const all = new Set([...guarded.map(({ table }) => table), ...proofs]);
      const compared = signedTables();
      expect([...all].filter((table) => !compared.includes(table)).sort()).toEqual(
        Object.keys(ELSEWHERE).sort(),
      );
    }));
});

import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { dataNeeds, wantedDatasets } from '#db/library/need/schema.ts';
import { seasons, themes } from '#db/people/group/schema.ts';
import { organisations } from '#db/people/organisation/schema.ts';
import { applications } from '#db/programme/application/schema.ts';
import { experimentLogs } from '#db/programme/experiment/follow-up-schema.ts';
import { experimentOrganisations, experiments } from '#db/programme/experiment/schema.ts';
import { territorialFacilitators } from '#db/programme/facilitator/schema.ts';
import { stakeholderInterviews } from '#db/programme/local-issue/schema.ts';
import { missionCities } from '#db/programme/mission/schema.ts';
import { publications } from '#db/publication/public-document/schema.ts';
import { KIND_NAMES } from '#shared/kinds.ts';
import { withDb } from '#tests/support/database.ts';
import { differences, now } from '#tests/support/search/search.ts';
import { searchWorld } from '#tests/support/search/search-world.ts';

/** What a kind is made from and does not follow, and why. */
const NOT_FOLLOWED: Readonly<Record<string, string>> = {
  'adoption use_case_sheet': 'there before the adoption, with the same document for good',
  'card doc_projection': 'written with the cards, which are followed',
  'city department': 'loaded with the register, before the cities',
  'city intermunicipality': 'loaded with the register, before the cities',
  'comment comment_thread': 'there before its comments, about the same for good',
  'document doc_projection': 'written with the text, which is followed',
  'facilitator department': 'loaded with the register',
  'facilitator intermunicipality': 'loaded with the register',
  'facilitator region': 'loaded with the register',
};

async function rowsOf<Row>(db: Db, statement: ReturnType<typeof sql>): Promise<Row[]> {
  return ((await db.execute(statement)) as unknown as { rows: Row[] }).rows;
}

test('[SE8] every table that a kind is made from is followed by a trigger, or stands in a list with its reason', () =>
  withDb(async (db) => {
    const missing: string[] = [];
    for (const kind of KIND_NAMES) {
      const read = await rowsOf<{ name: string }>(
        db,
        sql`select distinct t.relname as name from pg_rewrite r join pg_depend d on d.objid = r.oid
            and d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass
          join pg_class t on t.oid = d.refobjid and t.relkind = 'r'
          where r.ev_class = ${`search_source_${kind}`}::regclass`,
      );
      expect(read.length, kind).toBeGreaterThan(0);
      for (const { name } of read) {
        const followed = await rowsOf(
          db,
          sql`select from pg_trigger where tgrelid = ${`"${name}"`}::regclass and tgfoid = 'search_follow'::regproc
            and position(convert_to(${kind}, 'utf8') || '\\x00'::bytea in tgargs) > 0`,
        );
        if (followed.length < 3) missing.push(`${kind} ${name}`);
      }
    }
    expect(missing.toSorted()).toEqual(Object.keys(NOT_FOLLOWED).toSorted());
  }));

test('[SE8] whatever changes in the programme, the entries say what its objects say', () =>
  withDb(async (db) => {
    await searchWorld(db);
    const steps: (() => Promise<unknown>)[] = [
      () => Promise.resolve(),
      () => db.update(experiments).set({ title: 'Autre essai' }),
      () => db.update(organisations).set({ name: 'Autre nom' }),
      () => db.update(themes).set({ name: 'Autre thème' }),
      () => db.update(seasons).set({ name: 'Autre saison' }),
      () => db.update(wantedDatasets).set({ name: 'Autres relevés' }),
      () => db.update(dataNeeds).set({ removedAt: now }),
      () => db.update(applications).set({ title: 'Autre projet' }),
      () => db.update(publications).set({ title: 'Autre fiche' }),
      () => db.update(territorialFacilitators).set({ removedAt: now }),
      () => db.update(stakeholderInterviews).set({ notes: 'Autre chose' }),
      () => db.delete(experimentLogs).where(eq(experimentLogs.version, 2)),
      () => db.delete(missionCities),
      () => db.delete(experimentOrganisations),
    ];
    for (const [at, step] of steps.entries()) {
      await step();
      expect(await differences(db), `step ${at}`).toEqual([]);
    }
  }));

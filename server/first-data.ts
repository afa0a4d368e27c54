import { hashPassword } from 'better-auth/crypto';
import type { Database } from '#db/kernel/client.ts';
import { ensureWantedDatasets } from '#db/library/need/wanted-datasets.ts';
import { hasAnyPerson } from '#db/people/person/people.ts';
import { ensureSeason } from '#db/programme/season/seasons.ts';
import { demoPassword } from '#db/seed/demo/people.ts';
import { installDemo } from '#db/seed/install-demo.ts';
import { programmeSeason } from '#db/seed/season.ts';
import { wantedList } from '#db/seed/wanted-datasets.ts';
import { server as words } from '#shared/kernel/start/server.fr.ts';

/** What every installation opens with: the season, the data of the programme’s own list, and the demonstration when it is asked. */
export async function ensureFirstData(
  database: Database,
  {
    isDemo,
    now,
    newId,
  }: { readonly isDemo: boolean; readonly now: () => Date; readonly newId: () => string },
): Promise<void> {
  await ensureSeason(database.db, programmeSeason, newId);
  await ensureWantedDatasets(database.db, { list: wantedList, now: now(), newId });
  await database.locks.holding('demonstration', async () => {
    if (!isDemo || (await hasAnyPerson(database.db))) return;
    console.log(words.seeding);
    await installDemo(database, { now: now(), newId, passwordHash: await hashPassword(demoPassword) });
  });
}

import { eq } from 'drizzle-orm';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { themes } from '#db/people/group/schema.ts';
import { organisations } from '#db/people/organisation/schema.ts';
import type { SteeringScope } from '#db/programme/steering/steering-scope.ts';
import { importCities } from '#db/programme/territory/city-import.ts';
import { loadRegister } from '#db/programme/territory/register.ts';
import { aGroup, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { endOfDay } from '#shared/programme/steering/steering.ts';
import { siteOf } from '../publication/site.ts';
import { CASTELBRUME, importMaking, SAINT_AUBIN, sampleRegister, tableOf, VALMONT } from './city-files.ts';

const now = new Date('2024-05-20T09:00:00Z');

/** Ten in the morning of that day, or so. */
export const onDay = (iso: string) => new Date(`${iso}T10:00:00Z`);

/** A season with a group and a city of Haut-Marais, the made-up cities imported, and a reviewer who looks at it in May. */
export async function aSteeredSeason(db: Db) {
  const site = siteOf(db, now);
  await loadRegister(db, sampleRegister, now);
  await inTransaction(db, (tx) =>
    importCities(tx, tableOf([VALMONT, SAINT_AUBIN, CASTELBRUME]), importMaking),
  );
  const reviewer = (await aPerson(site, { platformRole: 'reviewer' })).id;
  const { id: groupId, themeId } = await aGroup(site);
  const [theme] = await db.select().from(themes).where(eq(themes.id, themeId));
  const seasonId = asReadable<'steering'>(theme?.seasonId ?? '');
  const cityId = (await anOrganisation(site, { name: 'Valmont-sur-Loire' })).id;
  await db.update(organisations).set({ municipalityCode: '01004' }).where(eq(organisations.id, cityId));
  const scopeOf = (iso: string, more: Partial<SteeringScope> = {}): SteeringScope => ({
    seasonId,
    day: iso,
    end: endOfDay(iso),
    theme: '',
    region: '',
    department: '',
    userId: reviewer,
    now,
    ...more,
  });
  return { site, reviewer, groupId, themeId, seasonId, cityId, scopeOf };
}

import type { Tx } from '#db/kernel/transaction.ts';
import { createDataNeed } from '#db/library/need/data-needs.ts';
import { experimentOrganisations, experiments } from '#db/programme/experiment/schema.ts';
import { aGroup, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { type DataNeedFields, parseDataNeed, type TypedDataNeed } from '#shared/library/need/data-need.ts';
import { withDb } from '../database.ts';
import { siteOf } from '../publication/site.ts';

export const now = new Date('2023-03-14T09:00:00Z');

export const typed: TypedDataNeed = {
  wanted: 'Inventaire des arbres urbains',
  producerKind: 'public_local',
  producerName: 'Service des espaces verts',
  importance: 'essential',
  accessStatus: 'open',
  accessReason: '',
  accessNote: '',
  opensOn: '',
  inCharge: '',
  schemaName: '',
  frequency: 'annual',
  licence: 'etalab-2.0',
  contact: 'arbres@valmont.example',
  comment: '',
};

export function needOf(given: Partial<TypedDataNeed> = {}): DataNeedFields {
  const parsed = parseDataNeed({ ...typed, ...given });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.fields;
}

/** Two experiments of two cities, and Nadia of the coordination, who writes. */
async function fill(db: Tx) {
  const site = siteOf(db, now);
  const { themeId } = await aGroup(site);
  const nadia = await aPerson(site, { platformRole: 'coordinator' });
  const anExperiment = async (name: string) => {
    const city = await anOrganisation(site, { name });
    const id = asReadable<'experiment'>(site.newId());
    await db.insert(experiments).values({ id, themeId, title: `Arbres de ${name}`, createdAt: now });
    await db
      .insert(experimentOrganisations)
      .values({ experimentId: id, organisationId: city.id, isLead: true });
    return { id, role: 'coordinator' as const, city };
  };
  const [valmont, aubin] = [await anExperiment('Valmont'), await anExperiment('Saint-Aubin')];
  const who = { userId: nadia.id, now };
  const add = async (experimentId: string, given: Partial<TypedDataNeed> = {}, at = now) => {
    const needId = site.newId();
    const made = await createDataNeed(db, {
      experimentId,
      needId,
      newWantedId: site.newId(),
      fields: needOf(given),
      ...who,
      now: at,
    });
    return made.ok ? needId : made.error;
  };
  return { db, site, valmont, aubin, who, add };
}
export type NeedWorld = Awaited<ReturnType<typeof fill>>;
export const withNeeds = (run: (world: NeedWorld) => Promise<void>) =>
  withDb(async (db) => run(await fill(db)));

import { expect } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import { createDataset } from '#db/library/dataset/datasets.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { type DatasetFields, parseDataset, type TypedDataset } from '#shared/library/dataset/dataset.ts';
import { withDb } from '../database.ts';
import { siteOf } from '../publication/site.ts';

export const now = new Date('2023-03-14T09:00:00Z');

export const typed: TypedDataset = {
  title: 'Arbres d’alignement',
  description: '',
  producerName: 'Valmont-sur-Loire',
  producerKind: 'public_local',
  accessStatus: 'candidate',
  accessReason: '',
  accessNote: '',
  licence: 'etalab-2.0',
  frequency: 'annual',
  schemaName: '',
  schemaUrl: '',
  schemaVersion: '',
  territory: 'Valmont-sur-Loire',
  yearFrom: '2019',
  yearTo: '',
  contact: 'sig@valmont.example',
  visibility: 'group',
};
export function fieldsOf(given: Partial<TypedDataset> = {}): DatasetFields {
  const parsed = parseDataset({ ...typed, ...given });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.fields;
}
/** A group where Nadia and Julien of Valmont and Yann of Saint-Aubin write, Claire facilitates and Étienne observes; Aurélie is elsewhere. */
async function fill(db: Tx) {
  const site = siteOf(db, now);
  const [nature, heat] = [await aGroup(site, { name: 'Nature en ville' }), await aGroup(site)];
  const [valmont, aubin] = [
    await anOrganisation(site, { name: 'Valmont' }),
    await anOrganisation(site, { name: 'Aubin' }),
  ];
  const of = async (
    role: Parameters<typeof aMember>[1]['role'],
    groupId: string,
    organisationId?: string,
  ) => {
    const person = await aPerson(site, organisationId ? { organisationId } : {});
    await aMember(site, { groupId, userId: person.id, role });
    return { userId: person.id, now };
  };
  const people = {
    nadia: await of('contributor', nature.id, valmont.id),
    julien: await of('contributor', nature.id, valmont.id),
    yann: await of('contributor', nature.id, aubin.id),
    claire: await of('facilitator', nature.id),
    etienne: await of('observer', nature.id, valmont.id),
    aurelie: await of('facilitator', heat.id, valmont.id),
  };
  const datasetId = asReadable<'dataset'>(site.newId());
  const change = (who: { userId: string; now: Date }) => ({
    datasetId,
    groupId: nature.id,
    activityId: site.newId(),
    ...who,
  });
  const create = (
    who: { userId: string; now: Date },
    organisationId: string | null,
    given: Partial<TypedDataset> = {},
  ) => createDataset(db, { ...change(who), organisationId, fields: fieldsOf(given) });
  return { db, site, nature, heat, valmont, aubin, people, datasetId, change, create, read: { datasetId } };
}
export type DatasetWorld = Awaited<ReturnType<typeof fill>>;
export const withWorld = (run: (world: DatasetWorld) => Promise<void>) =>
  withDb(async (db) => run(await fill(db)));
export const withDataset = (run: (world: DatasetWorld) => Promise<void>, given: Partial<TypedDataset> = {}) =>
  withWorld(async (world) => {
    expect(await world.create(world.people.nadia, world.valmont.id, given)).toMatchObject({ ok: true });
    await run(world);
  });

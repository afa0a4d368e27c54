import { randomUUID } from 'node:crypto';
import { typed as need } from '../../library/data-needs.ts';
import { typed as record } from '../../library/datasets.ts';
import { type Cases, COORDINATION, FACILITATORS, type TriedWorld } from './operation-case.ts';

/** Whoever writes in the group. */
const WRITERS = ['contributor', ...FACILITATORS] as const;
/** The coordination, and people of a city of the experiment. */
const NEED_WRITERS = ['organisationAdmin', ...COORDINATION] as const;
const NEEDED = { ...need, wanted: 'Crues' };
const FACTS = {
  ...{ title: 'Guide', kind: 'link', description: '', producer: 'Cerema', licence: 'unknown' },
  ...{ language: 'fr', contentOn: '', reviewOn: '', themeIds: [], address: null },
};
const URL = { url: 'https://exemple.fr/a.csv', name: '', format: '', encoding: '' };

const ofNeed = ({ library: { experimentId, needId } }: TriedWorld) => ({ experimentId, needId });
const ofResource = ({ library: { resourceId } }: TriedWorld) => ({ resourceId });
const ofCollection = ({ groupId, library: { collectionId } }: TriedWorld) => ({ groupId, collectionId });
const ofItem = (world: TriedWorld) => ({ ...ofCollection(world), ...ofResource(world) });
const ofRecord = ({ library: { datasetId } }: TriedWorld) => ({ datasetId });
const ofCheck = ({ library: { checkId } }: TriedWorld) => ({ checkId });
const trashedResource = ({ groupId, library }: TriedWorld) => ({ groupId, id: library.trashedResourceId });
const trashedRecord = ({ library }: TriedWorld) => ({ id: library.trashedDatasetId });

/** Operations of the library. */
export const libraryCases: Cases<
  | `need.${'add' | 'change' | 'remove' | 'restore' | 'answer' | 'import'}`
  | 'closedNeeds.choose'
  | `resource.${'edit' | 'shareWithAll' | 'restoreVersion' | 'trash' | 'restore' | 'delete'}`
  | `collection.${'create' | 'rename' | 'remove' | 'restore' | 'add' | 'takeOut' | 'move'}`
  | `dataset.${'create' | 'change' | 'addUrl' | 'addFile' | 'removeDistribution' | 'linkResource' | 'unlinkResource' | 'keepDataGouv' | 'trash' | 'restore' | 'delete'}`
  | `check.${'prepare' | 'share' | 'unshare'}`
> = {
  'need.add': {
    input: ({ library: { experimentId } }) => ({ experimentId, ...NEEDED, mayBeTwice: false }),
    allowed: NEED_WRITERS,
  },
  'need.change': {
    input: (world) => ({ ...ofNeed(world), ...NEEDED, mayBeTwice: false, rank: '1', why: '' }),
    allowed: NEED_WRITERS,
  },
  'need.remove': { input: ofNeed, allowed: NEED_WRITERS },
  'need.restore': { input: ofNeed, allowed: NEED_WRITERS },
  'need.answer': { input: (world) => ({ ...ofNeed(world), datasetId: '' }), allowed: NEED_WRITERS },
  'need.import': {
    input: ({ library: { experimentId } }) => ({ experimentId, lines: [{ line: 2, ...NEEDED }] }),
    allowed: NEED_WRITERS,
  },
  'closedNeeds.choose': { input: () => ({ isIncluded: true }), allowed: COORDINATION },
  'resource.edit': { input: (world) => ({ ...ofResource(world), ...FACTS }), allowed: WRITERS },
  'resource.shareWithAll': {
    input: (world) => ({ ...ofResource(world), isForAll: true }),
    allowed: COORDINATION,
  },
  'resource.restoreVersion': { input: (world) => ({ ...ofResource(world), number: 1 }), allowed: WRITERS },
  'resource.trash': { input: ofResource, allowed: WRITERS },
  'resource.restore': { input: trashedResource, allowed: WRITERS },
  'resource.delete': { input: trashedResource, allowed: FACILITATORS },
  'collection.create': { input: ({ groupId }) => ({ groupId, name: 'Approfondir' }), allowed: WRITERS },
  'collection.rename': { input: (world) => ({ ...ofCollection(world), name: 'Autre' }), allowed: WRITERS },
  'collection.remove': { input: ofCollection, allowed: WRITERS },
  'collection.restore': { input: ofCollection, allowed: WRITERS },
  'collection.add': { input: ofItem, allowed: WRITERS },
  'collection.takeOut': { input: ofItem, allowed: WRITERS },
  'collection.move': { input: (world) => ({ ...ofItem(world), step: 1 }), allowed: WRITERS },
  // Contributors write those of their own organisation: `tests/server/library/dataset/dataset-operations.test.ts`. This one has none.
  'dataset.create': {
    input: ({ groupId }) => ({ groupId, organisation: '', ...record }),
    allowed: FACILITATORS,
  },
  'dataset.change': { input: (world) => ({ ...ofRecord(world), ...record }), allowed: FACILITATORS },
  'dataset.addUrl': { input: (world) => ({ ...ofRecord(world), ...URL }), allowed: FACILITATORS },
  'dataset.addFile': {
    input: (world) => ({ ...ofRecord(world), file: randomUUID() }),
    allowed: FACILITATORS,
  },
  'dataset.removeDistribution': {
    input: (world) => ({ ...ofRecord(world), distribution: randomUUID() }),
    allowed: FACILITATORS,
  },
  'dataset.linkResource': {
    input: (world) => ({ ...ofRecord(world), resource: world.library.resourceId }),
    allowed: FACILITATORS,
  },
  'dataset.unlinkResource': {
    input: (world) => ({ ...ofRecord(world), resource: world.library.resourceId }),
    allowed: FACILITATORS,
  },
  'dataset.keepDataGouv': {
    input: (world) => ({ ...ofRecord(world), dataGouv: null }),
    allowed: FACILITATORS,
  },
  'dataset.trash': { input: ofRecord, allowed: FACILITATORS },
  'dataset.restore': { input: trashedRecord, allowed: FACILITATORS },
  'dataset.delete': { input: trashedRecord, allowed: FACILITATORS },
  'check.prepare': {
    input: (world) => ({ ...ofRecord(world), groupId: world.groupId, schema: null, schemaSource: '' }),
    allowed: WRITERS,
  },
  'check.share': { input: ofCheck, allowed: FACILITATORS },
  'check.unshare': { input: ofCheck, allowed: FACILITATORS },
};

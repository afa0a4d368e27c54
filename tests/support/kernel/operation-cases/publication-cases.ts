import { randomUUID } from 'node:crypto';
import { type Cases, COORDINATION, FACILITATORS, SIGNED_IN, type TriedWorld } from './operation-case.ts';

const dossier = ({ themeId }: TriedWorld) => ({ title: 'Ombre', themeId, introduction: '' });
const ofDossier = ({ publication: { dossierId } }: TriedWorld) => ({ dossierId, seen: '1' });
const ofDocument = ({ publication: { documentId } }: TriedWorld) => ({ documentId });
const ofSheet = ({ reviews: { sheetId } }: TriedWorld) => ({ sheetId });
const ofAdoption = ({ publication: { adoptionId } }: TriedWorld) => ({ adoptionId });
const ofCity = ({ organisationId: cityId }: TriedWorld) => ({ cityId });
const ofSupport = ({ programme: { supportId } }: TriedWorld) => ({ supportId });
const NOTED = { what: 'Une visite', day: '2023-03-10' };
/** Whoever writes in the group. */
const WRITERS = ['contributor', ...FACILITATORS] as const;
/** Whoever is of the city of the experiment, or runs the programme. */
const SHEET_WRITERS = ['organisationAdmin', ...COORDINATION] as const;
const CONSENT = { givenBy: 'Nadia', givenOn: '2023-03-10', means: 'courriel', coversImages: '' };
const PERSON = { personName: 'Nadia', personRole: '', organisation: '', hook: 'L’ombre' };
const PUBLIC = {
  ...{
    address: 'ombre-0123abcd',
    excerpt: '',
    blocks: ['<p>Ombre</p>'],
    fileIds: [],
    outline: [],
    writers: [],
    seq: 1,
  },
};

const ofItem = (world: TriedWorld) => ({ ...ofDossier(world), item: randomUUID() });

/** Operations of what is published. */
export const publicationCases: Cases<
  | `thematicDossier.${'create' | 'edit' | 'addItem' | 'presentItem' | 'removeItem' | 'moveItem' | 'publish' | 'withdraw' | 'deleteDraft'}`
  | `publishedInterview.${'describe' | 'noteConsent' | 'withdrawConsent' | 'publish' | 'takeBack'}`
  | `publication.${'publish' | 'withdraw' | 'restore' | 'setIndexed'}`
  | `adoption.${'save' | 'moveInterest' | 'makeBoard'}`
  | 'sheetLetter.send'
  | 'facilitator.tie'
  | `support.${'offer' | 'note' | 'write' | 'change' | 'withdraw' | 'restore' | 'ask'}`
  | 'topic.openOnSheet'
  | 'sitePage.write'
  | `useCaseSheet.${'create' | 'edit' | 'move' | 'addExperiment' | 'removeExperiment' | 'putPhoto' | 'removePhoto' | 'restorePhoto'}`
> = {
  'thematicDossier.create': { input: dossier, allowed: COORDINATION },
  'thematicDossier.edit': {
    input: (world) => ({ ...ofDossier(world), ...dossier(world) }),
    allowed: COORDINATION,
  },
  'thematicDossier.addItem': { input: (world) => ({ ...ofItem(world), line: '' }), allowed: COORDINATION },
  'thematicDossier.presentItem': {
    input: (world) => ({ ...ofItem(world), line: '' }),
    allowed: COORDINATION,
  },
  'thematicDossier.removeItem': { input: ofItem, allowed: COORDINATION },
  'thematicDossier.moveItem': {
    input: (world) => ({ ...ofItem(world), direction: 'up' }),
    allowed: COORDINATION,
  },
  'thematicDossier.publish': { input: ofDossier, allowed: COORDINATION },
  'thematicDossier.withdraw': { input: ofDossier, allowed: COORDINATION },
  'thematicDossier.deleteDraft': { input: ofDossier, allowed: COORDINATION },
  'publishedInterview.describe': {
    input: (world) => ({ ...ofDocument(world), ...PERSON }),
    allowed: WRITERS,
  },
  'publishedInterview.noteConsent': {
    input: (world) => ({ ...ofDocument(world), ...CONSENT, sha256: 'a'.repeat(64) }),
    allowed: WRITERS,
  },
  'publishedInterview.withdrawConsent': {
    input: (world) => ({ ...ofDocument(world), ...CONSENT }),
    allowed: WRITERS,
  },
  'publishedInterview.publish': {
    input: (world) => ({ ...ofDocument(world), text: null }),
    allowed: WRITERS,
  },
  'publishedInterview.takeBack': {
    input: ({ publication: { publicId } }) => ({ documentId: publicId }),
    allowed: WRITERS,
  },
  'publication.publish': {
    input: (world) => ({ ...ofDocument(world), state: PUBLIC, written: [] }),
    allowed: WRITERS,
  },
  'publication.withdraw': {
    input: ({ publication: { publicId } }) => ({ documentId: publicId }),
    allowed: WRITERS,
  },
  'publication.restore': {
    input: ({ publication: { withdrawnId } }) => ({ documentId: withdrawnId }),
    allowed: WRITERS,
  },
  'publication.setIndexed': {
    input: ({ publication: { publicId } }) => ({ documentId: publicId, isIndexed: 'on' }),
    allowed: WRITERS,
  },
  'sitePage.write': {
    input: () => ({ page: 'accessibilite', texte: 'Un', vu: '0' }),
    allowed: COORDINATION,
  },
  'useCaseSheet.create': {
    input: ({ groupId, library: { experimentId } }) => ({ experiment: experimentId, group: groupId }),
    allowed: SHEET_WRITERS,
  },
  'useCaseSheet.edit': {
    input: (world) => ({ ...ofSheet(world), hook: '', serviceKind: '', sizeClass: '', uses: '' }),
    allowed: SHEET_WRITERS,
  },
  'useCaseSheet.move': {
    input: (world) => ({ ...ofSheet(world), to: 'draft', reason: 'Incomplet', seen: '0', text: null }),
    allowed: SHEET_WRITERS,
  },
  'useCaseSheet.addExperiment': {
    input: (world) => ({ ...ofSheet(world), experiment: world.library.experimentId }),
    allowed: SHEET_WRITERS,
  },
  'useCaseSheet.removeExperiment': {
    input: (world) => ({ ...ofSheet(world), experiment: world.library.experimentId }),
    allowed: SHEET_WRITERS,
  },
  'useCaseSheet.putPhoto': {
    input: (world) => ({
      ...{ ...ofSheet(world), file: null },
      ...{ alt: 'Une cour', caption: '', credit: 'Photo : Ville' },
    }),
    allowed: SHEET_WRITERS,
  },
  'useCaseSheet.removePhoto': { input: ofSheet, allowed: SHEET_WRITERS },
  'useCaseSheet.restorePhoto': { input: ofSheet, allowed: SHEET_WRITERS },
  // Those who are of no local authority are refused in words.
  'adoption.save': {
    input: ({ publication: { sheetAddress } }) => ({
      ...{ address: sheetAddress, answers: { data: [], conditions: {} }, note: '', departement: '', seen: 0 },
    }),
    allowed: SIGNED_IN,
  },
  'adoption.moveInterest': {
    input: (world) => ({ ...ofAdoption(world), to: 'declared', reason: '', seen: '0' }),
    allowed: ['organisationAdmin', ...COORDINATION],
  },
  'adoption.makeBoard': {
    input: (world) => ({ ...ofAdoption(world), group: world.groupId }),
    allowed: ['organisationAdmin'],
  },
  'topic.openOnSheet': {
    input: ({ publication: { sheetAddress } }) => ({ address: sheetAddress, title: 'Ombre', body: 'Qui ?' }),
    allowed: ['organisationAdmin', ...COORDINATION],
  },
  'sheetLetter.send': {
    input: ({ publication: { sheetAddress } }) => ({ address: sheetAddress, message: 'Comment faire ?' }),
    allowed: ['organisationAdmin', ...COORDINATION],
  },
  'facilitator.tie': {
    input: ({ programme: { facilitatorId } }) => ({ facilitatorId, organisation: '', cities: '' }),
    allowed: COORDINATION,
  },
  'support.offer': { input: ofCity, allowed: ['organisationAdmin'] },
  'support.note': { input: (world) => ({ ...ofCity(world), ...NOTED }), allowed: ['organisationAdmin'] },
  'support.write': {
    input: (world) => ({ ...ofCity(world), message: 'Bonjour' }),
    allowed: ['organisationAdmin'],
  },
  'support.change': {
    input: (world) => ({ ...ofSupport(world), ...NOTED }),
    allowed: ['organisationAdmin'],
  },
  'support.withdraw': { input: ofSupport, allowed: ['organisationAdmin'] },
  'support.restore': { input: ofSupport, allowed: ['organisationAdmin'] },
  'support.ask': { input: () => ({ message: 'Comment publier ?' }), allowed: ['organisationAdmin'] },
};

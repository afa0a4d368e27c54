import { randomUUID } from 'node:crypto';
import { type Cases, FACILITATORS, SIGNED_IN, type TriedWorld } from './operation-case.ts';

const MEMBERS = ['observer', 'contributor', ...FACILITATORS] as const;
/** Whoever writes in the group. */
const WRITERS = ['contributor', ...FACILITATORS] as const;

const ofDocument = ({ documentId }: TriedWorld) => ({ documentId });
const ofThread = (world: TriedWorld) => ({ ...ofDocument(world), threadId: randomUUID() });
const ofComment = (world: TriedWorld) => ({ ...ofDocument(world), commentId: randomUUID() });
const saying = (world: TriedWorld) => ({ ...ofComment(world), body: 'Oui', mentions: [] });
const PASSAGE = { start: new Uint8Array(0), end: new Uint8Array(0), quote: '', before: '', after: '' };
const ofVersion = (world: TriedWorld) => ({ ...ofDocument(world), id: randomUUID() });
const ofExcerpt = (world: TriedWorld) => ({ ...ofDocument(world), excerptId: randomUUID() });
const SEEN = { passage: [], seq: 1, quotes: [] };
const STATE = {
  ...{ excerptId: 'one', sha: '', words: '', seq: 1, anchor: null, colour: 0, takenBy: '' },
  takenAt: new Date('2023-03-14T09:00:00Z'),
};
const inGroup = ({ groupId }: TriedWorld) => ({ groupId });
const ofFolder = (world: TriedWorld) => ({ ...inGroup(world), folderId: randomUUID() });
const ofTemplate = (world: TriedWorld) => ({ ...inGroup(world), templateId: randomUUID() });
const trashed = (world: TriedWorld) => ({
  ...inGroup(world),
  kind: 'document' as const,
  id: world.trashedDocumentId,
});
const ofRequest = (world: TriedWorld) => ({ ...ofDocument(world), requestId: randomUUID() });

/** Operations of documents. */
export const documentsCases: Cases<
  | `documentAccess.${'setVisibility' | 'givePerson' | 'giveOrganisation' | 'takeBack'}`
  | `accessRequest.${'ask' | 'withdraw' | 'grant' | 'decline'}`
  | `document.${'create' | 'import' | 'importVersion' | 'duplicate' | 'rename' | 'trash' | 'putIntoFolder' | 'place' | 'pin' | 'moveToGroup'}`
  | `comment.${'start' | 'reply' | 'edit' | 'delete' | 'restore'}`
  | `discussion.${'resolve' | 'reopen' | 'read'}`
  | `suggestion.${'propose' | 'accept' | 'refuse' | 'withdraw' | 'reopen'}`
  | `version.${'name' | 'rename' | 'remove' | 'putBack' | 'recordRestoration'}`
  | 'document.visit'
  | 'file.register'
  | `excerpt.${'create' | 'take' | 'keep' | 'setMode'}`
  | `folder.${'create' | 'rename' | 'move' | 'remove' | 'restore'}`
  | `template.${'save' | 'rename' | 'remove' | 'restore'}`
  | `trash.${'restore' | 'delete'}`
> = {
  'documentAccess.setVisibility': {
    input: (world) => ({ ...ofDocument(world), visibility: 'programme', written: [] }),
    allowed: WRITERS,
  },
  'documentAccess.givePerson': {
    input: (world) => ({ ...ofDocument(world), userId: world.colleagueId, role: 'reader' }),
    allowed: WRITERS,
  },
  'documentAccess.giveOrganisation': {
    input: (world) => ({ ...ofDocument(world), organisationId: world.organisationId, role: 'reader' }),
    allowed: WRITERS,
  },
  'documentAccess.takeBack': {
    input: (world) => ({ ...ofDocument(world), accessId: randomUUID() }),
    allowed: WRITERS,
  },
  'accessRequest.ask': {
    input: (world) => ({ ...ofDocument(world), role: 'reader', message: '' }),
    allowed: SIGNED_IN,
  },
  'accessRequest.withdraw': { input: ofDocument, allowed: MEMBERS },
  'accessRequest.grant': { input: (world) => ({ ...ofRequest(world), role: 'reader' }), allowed: WRITERS },
  'accessRequest.decline': { input: ofRequest, allowed: WRITERS },
  'document.create': {
    input: (world) => ({ ...inGroup(world), title: 'Note', folderId: '', begins: null }),
    allowed: WRITERS,
  },
  'document.import': {
    input: (world) => ({ ...inGroup(world), documents: [] }),
    allowed: WRITERS,
  },
  'document.importVersion': {
    input: (world) => ({ ...ofDocument(world), review: { fileName: 'a.docx', threads: [], answers: [] } }),
    allowed: MEMBERS,
  },
  'document.duplicate': { input: (world) => ({ ...ofDocument(world), begins: null }), allowed: WRITERS },
  'document.rename': { input: (world) => ({ ...ofDocument(world), title: 'Autre' }), allowed: WRITERS },
  'document.trash': { input: ofDocument, allowed: WRITERS },
  'document.putIntoFolder': { input: (world) => ({ ...ofDocument(world), folderId: '' }), allowed: WRITERS },
  'document.place': { input: (world) => ({ ...ofDocument(world), beforeId: '' }), allowed: WRITERS },
  'document.pin': { input: (world) => ({ ...ofDocument(world), isPinned: true }), allowed: WRITERS },
  // Into its own group: whoever makes documents in the other one besides, `tests/server/documents/place-operations.test.ts`.
  'document.moveToGroup': {
    input: (world) => ({ ...ofDocument(world), toGroupId: world.groupId, written: [] }),
    allowed: WRITERS,
  },
  'comment.start': {
    input: (world) => ({ ...saying(world), ...ofThread(world), passage: PASSAGE }),
    allowed: MEMBERS,
  },
  'comment.reply': { input: (world) => ({ ...saying(world), ...ofThread(world) }), allowed: MEMBERS },
  'comment.edit': { input: saying, allowed: MEMBERS },
  'comment.delete': { input: ofComment, allowed: MEMBERS },
  'comment.restore': { input: ofComment, allowed: MEMBERS },
  'discussion.resolve': { input: ofThread, allowed: MEMBERS },
  'discussion.reopen': { input: ofThread, allowed: MEMBERS },
  'discussion.read': { input: (world) => ({ ...ofDocument(world), threadIds: [] }), allowed: MEMBERS },
  'suggestion.propose': {
    input: (world) => ({
      ...ofThread(world),
      ...{ passage: PASSAGE, original: 'a', proposed: 'b', note: null },
    }),
    allowed: MEMBERS,
  },
  'suggestion.accept': { input: ofThread, allowed: WRITERS },
  'suggestion.refuse': { input: ofThread, allowed: WRITERS },
  'suggestion.withdraw': { input: ofThread, allowed: MEMBERS },
  'suggestion.reopen': { input: ofThread, allowed: MEMBERS },
  'version.name': {
    input: (world) => ({ ...ofDocument(world), version: '1', name: 'Relu' }),
    allowed: WRITERS,
  },
  'version.rename': { input: (world) => ({ ...ofVersion(world), name: 'Relu' }), allowed: WRITERS },
  'version.remove': { input: ofVersion, allowed: WRITERS },
  'version.putBack': { input: ofVersion, allowed: WRITERS },
  'version.recordRestoration': {
    input: (world) => ({ ...ofDocument(world), restored: { seq: 1, at: STATE.takenAt, beforeSeq: 1 } }),
    allowed: WRITERS,
  },
  'file.register': {
    input: (world) => ({
      ...{ ...ofDocument(world), ...inGroup(world), id: randomUUID(), storageKey: 'a' },
      ...{ name: 'a.pdf', contentType: 'application/pdf', bytes: 1, width: null, height: null },
    }),
    allowed: WRITERS,
  },
  'document.visit': { input: ofDocument, allowed: MEMBERS },
  'excerpt.create': {
    input: (world) => ({ ...ofDocument(world), sourceId: randomUUID(), mode: 'live', ...SEEN, state: STATE }),
    allowed: WRITERS,
  },
  'excerpt.take': { input: (world) => ({ ...ofExcerpt(world), ...SEEN, state: STATE }), allowed: WRITERS },
  'excerpt.keep': { input: (world) => ({ ...ofExcerpt(world), ...SEEN, words: '' }), allowed: WRITERS },
  'excerpt.setMode': { input: (world) => ({ ...ofExcerpt(world), mode: 'frozen' }), allowed: WRITERS },
  'folder.create': {
    input: (world) => ({ ...inGroup(world), parentId: '', name: 'Relevés' }),
    allowed: WRITERS,
  },
  'folder.rename': { input: (world) => ({ ...ofFolder(world), name: 'Autre' }), allowed: WRITERS },
  'folder.move': { input: (world) => ({ ...ofFolder(world), parentId: '' }), allowed: WRITERS },
  'folder.remove': { input: ofFolder, allowed: WRITERS },
  'folder.restore': { input: ofFolder, allowed: WRITERS },
  'template.save': {
    input: (world) => ({ ...ofDocument(world), name: 'Trame', blocks: [] }),
    allowed: WRITERS,
  },
  'template.rename': { input: (world) => ({ ...ofTemplate(world), name: 'Autre' }), allowed: WRITERS },
  'template.remove': { input: ofTemplate, allowed: WRITERS },
  'template.restore': { input: ofTemplate, allowed: WRITERS },
  'trash.restore': { input: trashed, allowed: WRITERS },
  'trash.delete': { input: trashed, allowed: FACILITATORS },
};

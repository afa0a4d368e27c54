import { getSchema } from '@tiptap/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listNamedAccess, setVisibility } from '#db/documents/access/document-access.ts';
import { moveToGroup } from '#db/documents/document-moves.ts';
import {
  listGroupTemplates,
  renameTemplate,
  saveTemplate,
  setTemplateRemoved,
} from '#db/documents/document-templates.ts';
import { findDocumentForMember, listDocuments } from '#db/documents/documents.ts';
import { findFileForMember, registerFile } from '#db/documents/file/files.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { aDocument, aGroup, aMember } from '#db/seed/builders/builders.ts';
import { programmeTemplates } from '#db/seed/templates.ts';
import { createDocuments } from '#server/documents/documents.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const now = () => new Date();
const documents = () =>
  createDocuments({ db: server.site.db, rooms: server.rooms, newId: server.site.newId });
const run = () => operationsOn(server.site.db, { rooms: server.rooms }).run;
async function create({
  template,
  by,
  ...made
}: {
  groupId: string;
  title: string;
  by: string;
  template: string;
}) {
  const begun = await documents().begin(template, made.groupId, by);
  if (!begun.ok) return begun;
  return run()('document.create', { userId: by }, { ...made, folderId: '', begins: begun.value });
}
const blocksOf = async (id: string) =>
  (await server.rooms.read(roomName({ kind: 'document', id }), 'blocks', ANYBODY)).value;
const textOf = async (id: string) =>
  (await server.rooms.read(roomName({ kind: 'document', id }), 'document', ANYBODY)).value.text;

test.each(programmeTemplates.map(({ key, blocks }) => [key, blocks] as const))(
  '[C5] the template %s is one that the editor could have written, with its titles in order',
  (_key, blocks) => {
    const schema = getSchema([...documentExtensions]);
    schema.nodeFromJSON({ type: 'doc', content: blocks }).check();
    const levels = blocks.flatMap(({ type, ...block }) =>
      type === 'heading' && 'attrs' in block ? [(block.attrs as { level: number }).level] : [],
    );
    expect(levels.length).toBeGreaterThan(3);
    for (const [index, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 1) + 1);
  },
);

test('[C5] a document made from a template has its text, in its maker’s name; an unknown template makes none', async () => {
  const maker = await server.person({ role: 'contributor' });
  const input = { groupId: server.groupId, title: 'Compte rendu de mars', by: maker.id };
  const made = await create({ ...input, template: 'minutes' });
  if (!made.ok) throw new Error(made.error);
  expect(await textOf(made.value.id)).toContain('Ordre du jour');
  const before = await listDocuments(server.site.db, {
    groupId: asReadable(server.groupId),
    userId: maker.id,
    now: now(),
  });
  expect(await create({ ...input, template: 'absent' })).toEqual({
    ok: false,
    error: 'template.notFound',
  });
  const after = await listDocuments(server.site.db, {
    groupId: asReadable(server.groupId),
    userId: maker.id,
    now: now(),
  });
  expect(after.length).toBe(before.length);
});

test('[C6] a group’s template serves its own group, until it is removed, and again once it is back', async () => {
  const { db, newId } = server.site;
  const maker = await server.person({ role: 'contributor' });
  const other = await aGroup(server.site);
  const templateId = newId();
  const [groupId, by] = [server.groupId, maker.id];
  const blocks = [{ type: 'paragraph', content: [{ type: 'text', text: 'Trame de la ville' }] }];
  await inTransaction(db, (tx) =>
    saveTemplate(tx, { templateId, groupId, name: 'Trame', blocks, by, now: now() }),
  );
  const made = await create({ groupId, title: 'Essai', by, template: templateId });
  expect(made.ok && (await textOf(made.value.id))).toBe('Trame de la ville');
  const missing = { ok: false, error: 'template.notFound' };
  expect(await create({ groupId: other.id, title: 'Essai', by, template: templateId })).toEqual(missing);
  const wrong = { templateId, groupId: other.id };
  expect(await inTransaction(db, (tx) => renameTemplate(tx, { ...wrong, name: 'Autre' }))).toEqual(missing);
  expect(await inTransaction(db, (tx) => setTemplateRemoved(tx, { ...wrong, removedAt: now() }))).toEqual(
    missing,
  );
  await inTransaction(db, (tx) => setTemplateRemoved(tx, { templateId, groupId, removedAt: now() }));
  expect(await listGroupTemplates(db, { groupId: asReadable(groupId) })).toEqual([]);
  expect(await create({ groupId, title: 'Essai', by, template: templateId })).toEqual(missing);
  await inTransaction(db, (tx) => setTemplateRemoved(tx, { templateId, groupId, removedAt: null }));
  expect((await listGroupTemplates(db, { groupId: asReadable(groupId) })).map(({ name }) => name)).toEqual([
    'Trame',
  ]);
});

test('[C7] a copy has the text and none of the readers that a restriction kept out', async () => {
  const { db, newId } = server.site;
  const [maker, outsider] = [
    await server.person({ role: 'contributor' }),
    await server.person({ role: 'contributor' }),
  ];
  const { id, room } = await server.document();
  await server.rooms.apply(room, { userId: maker.id }, 'document.append', {
    blocks: programmeTemplates[0]?.blocks ?? [],
  });
  const change = { documentId: id, groupId: server.groupId, by: maker.id, now: now() };
  await inTransaction(db, (tx) =>
    setVisibility(tx, { ...change, visibility: 'restricted', accessId: newId(), activityId: newId() }),
  );
  const document = await findDocumentForMember(db, { documentId: id, userId: maker.id, now: now() });
  const begins = await documents().beginAs(id, maker.id);
  const made = await run()('document.duplicate', { userId: maker.id }, { documentId: id, begins });
  if (!made.ok) throw new Error(made.error);
  const copy = made.value;
  expect(copy.title).toBe(`Copie de ${document?.title}`);
  expect(await blocksOf(copy.id)).toEqual(await blocksOf(id));
  expect(
    await findDocumentForMember(db, { documentId: copy.id, userId: outsider.id, now: now() }),
  ).toBeNull();
  expect((await listNamedAccess(db, asReadable(copy.id))).map(({ person }) => person?.id)).toEqual([
    maker.id,
  ]);
});

test('[C8] a moved document is its new group’s, its files and its open pages with it', async () => {
  const { db, newId } = server.site;
  const [mover, left, found] = [
    await server.person({ role: 'contributor' }),
    await server.person({ role: 'observer' }),
    await server.person(),
  ];
  const other = await aGroup(server.site);
  await aMember(server.site, { groupId: other.id, role: 'observer', userId: found.id });
  const document = await aDocument(server.site, { groupId: server.groupId, createdBy: mover.id });
  const file = { id: newId(), groupId: server.groupId, name: 'a.png', contentType: 'image/png', bytes: 1 };
  await inTransaction(db, (tx) =>
    registerFile(tx, {
      ...file,
      documentId: document.id,
      width: 1,
      height: 1,
      storageKey: file.id,
      uploadedBy: mover.id,
      now: now(),
    }),
  );
  const sees = async (userId: string) => [
    (await findDocumentForMember(db, { documentId: document.id, userId, now: now() })) !== null,
    (await findFileForMember(db, { fileId: file.id, userId, now: now() })) !== null,
  ];
  expect([await sees(left.id), await sees(found.id)]).toEqual([
    [true, true],
    [false, false],
  ]);
  const move = {
    documentId: document.id,
    groupId: server.groupId,
    toGroupId: other.id,
    by: mover.id,
    now: now(),
  };
  expect(
    await inTransaction(db, (tx) => moveToGroup(tx, { ...move, activityIds: [newId(), newId()] })),
  ).toEqual({ ok: true });
  expect([await sees(left.id), await sees(found.id)]).toEqual([
    [false, false],
    [true, true],
  ]);
  // Somebody who moved it a moment later is told that it has gone.
  expect(
    await inTransaction(db, (tx) => moveToGroup(tx, { ...move, activityIds: [newId(), newId()] })),
  ).toEqual({
    ok: false,
    error: 'access.notFound',
  });
});

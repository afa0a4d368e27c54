import { z } from 'zod';
import { findDocumentForMember, listDocuments } from '#db/documents/documents.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import { answering } from '../../kernel/ready-write.ts';
import { groupFor } from './groups.ts';
import { operation, writeOperation } from './operation.ts';
import { Id, listOf, Page, pageOf, Role } from './shapes.ts';

const InGroup = z.object({ group: Id });

export const Document = z.object({
  id: Id,
  title: z.string(),
  /** Name of the live room, for `/collab/{room}`. */
  room: z.string(),
  url: z.url(),
});
const Summary = Document.extend({ modifiedAt: z.iso.datetime() });
const Whole = Document.extend({
  group: z.object({ id: Id, name: z.string() }),
  /** The caller’s role in the group; null when the document was given by name. */
  role: Role.nullable(),
  access: z.enum(['write', 'comment', 'read']),
  text: z.string(),
  words: z.number().int(),
  outline: z.array(z.object({ level: z.number().int(), text: z.string() })),
});

export function presentDocument(
  { id, title }: { id: string; title: string },
  origin: string,
): z.input<typeof Document> {
  return { id, title, room: roomName({ kind: 'document', id }), url: origin + paths.document({ id, title }) };
}

export const documentOperations = [
  operation({
    path: '/groups/{group}/documents',
    name: 'documents.list',
    scope: 'documents:read',
    params: InGroup,
    query: Page,
    answer: listOf(Summary),
    run: async (call) => {
      const group = await groupFor(call, call.params.group, 'document.read');
      if (!group.ok) return group;
      const { db, origin } = call.services;
      const documents = await listDocuments(db, {
        groupId: group.value.id,
        userId: call.caller.userId,
        now: call.services.now(),
      });
      const items = documents.map((document) => ({
        ...presentDocument(document, origin),
        modifiedAt: document.modifiedAt.toISOString(),
      }));
      return ok(pageOf(items, call.query));
    },
  }),
  writeOperation({
    method: 'post',
    path: '/groups/{group}/documents',
    name: 'documents.create',
    scope: 'documents:write',
    params: InGroup,
    body: z.object({ title: z.string().max(20_000), template: z.string().max(100).optional() }),
    success: 201,
    located: ({ id }) => `/documents/${id}`,
    answer: Document,
    run: async (call) => {
      const { services, caller, params, body } = call;
      // Before anything is written for them.
      const group = await groupFor(call, params.group, 'document.create');
      if (!group.ok) return group;
      const { documents, operations, origin } = services;
      const begun = await documents.begin(body.template ?? '', group.value.id, caller.userId);
      if (!begun.ok) return begun;
      const made = { groupId: group.value.id, title: body.title, folderId: '', begins: begun.value };
      const ready = await operations.ready('document.create', caller, made);
      return ready.ok ? ok(answering(ready.value, (document) => presentDocument(document, origin))) : ready;
    },
  }),
  operation({
    path: '/documents/{document}',
    name: 'documents.read',
    scope: 'documents:read',
    params: z.object({ document: Id }),
    answer: Whole,
    run: async ({ services: { db, now, rooms, origin }, caller, params }) => {
      const found = await findDocumentForMember(db, {
        documentId: params.document,
        userId: caller.userId,
        now: now(),
      });
      if (!found) return fail('access.notFound');
      const { value } = await rooms.read(
        roomName({ kind: 'document', id: found.id }),
        'document',
        inNameOf(caller.userId),
      );
      return ok({
        ...presentDocument(found, origin),
        group: { id: found.group.id, name: found.group.name },
        role: found.groupRole,
        access: found.access,
        text: value.text,
        words: value.words,
        outline: value.outline.map(({ level, text }) => ({ level, text })),
      });
    },
  }),
];

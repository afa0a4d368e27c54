import { z } from 'zod';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { listFolders } from '#db/documents/folders.ts';
import { findPublication } from '#db/publication/public-document/publications.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import { allWrites, answering, followedBy, type ReadyWrite } from '../../kernel/ready-write.ts';
import { documentFor } from './comments.ts';
import { Document, presentDocument } from './documents.ts';
import { groupFor } from './groups.ts';
import { operation, writeOperation } from './operation.ts';
import type { ApiError } from './problem.ts';
import { Id, listOf, Nothing, Page, pageOf } from './shapes.ts';

const InDocument = z.object({ document: Id });

/** [C9] What the public reads of a document. */
const Published = z.object({
  /** The public page: its own as long as the document is there. */
  url: z.string(),
  firstAt: z.iso.datetime(),
  publishedAt: z.iso.datetime(),
});

/** What is done with documents as a whole, by the operations that pages ask for. */
export const documentChangeOperations = [
  operation({
    path: '/groups/{group}/folders',
    name: 'folders.list',
    scope: 'documents:read',
    params: z.object({ group: Id }),
    query: Page,
    answer: listOf(z.object({ id: Id, name: z.string(), parent: Id.nullable() })),
    run: async (call) => {
      const group = await groupFor(call, call.params.group, 'document.read');
      if (!group.ok) return group;
      const folders = await listFolders(call.services.db, { groupId: group.value.id });
      const live = folders.flatMap(({ id, name, parentId, isRemoved }) =>
        isRemoved ? [] : [{ id, name, parent: parentId }],
      );
      return ok(pageOf(live, call.query));
    },
  }),
  writeOperation({
    method: 'patch',
    path: '/documents/{document}',
    name: 'documents.change',
    scope: 'documents:write',
    params: InDocument,
    body: z
      .object({ title: z.string().max(20_000).optional(), folder: Id.nullable().optional() })
      .refine(({ title, folder }) => title !== undefined || folder !== undefined, {
        path: ['title'],
        message: 'title or folder, or both',
      }),
    success: 200,
    answer: Document,
    run: async ({ services, caller, params: { document: documentId }, body }) => {
      const { operations, origin, now } = services;
      const ready = [
        body.title === undefined
          ? null
          : await operations.ready('document.rename', caller, { documentId, title: body.title }),
        body.folder === undefined
          ? null
          : await operations.ready('document.putIntoFolder', caller, {
              documentId,
              folderId: body.folder ?? '',
            }),
      ];
      const writes: ReadyWrite<unknown, ApiError>[] = [];
      for (const one of ready) {
        if (one && !one.ok) return one;
        if (one) writes.push(one.value);
      }
      return ok(
        followedBy(allWrites(writes), async (tx) => {
          const asked = { documentId, userId: caller.userId, now: now() };
          const found = await findDocumentForMember(tx, asked);
          return found ? ok(presentDocument(found, origin)) : fail('access.notFound');
        }),
      );
    },
  }),
  writeOperation({
    method: 'delete',
    path: '/documents/{document}',
    name: 'documents.trash',
    scope: 'documents:write',
    params: InDocument,
    success: 204,
    answer: Nothing,
    run: async ({ services, caller, params }) => {
      const ready = await services.operations.ready('document.trash', caller, {
        documentId: params.document,
      });
      return ready.ok ? ok(answering(ready.value, () => ({}))) : ready;
    },
  }),
  writeOperation({
    method: 'post',
    path: '/groups/{group}/trash/{document}/restore',
    name: 'documents.restore',
    scope: 'documents:write',
    params: InDocument.extend({ group: Id }),
    success: 204,
    answer: Nothing,
    run: async ({ services, caller, params: { group: groupId, document: id } }) => {
      const ready = await services.operations.ready('trash.restore', caller, {
        kind: 'document',
        groupId,
        id,
      });
      return ready.ok ? ok(answering(ready.value, () => ({}))) : ready;
    },
  }),
  writeOperation({
    method: 'post',
    path: '/documents/{document}/publication',
    name: 'publications.publish',
    scope: 'publications:write',
    params: InDocument,
    success: 201,
    answer: Published,
    located: ({ url }) => url,
    run: async (call) => {
      const { services, caller } = call;
      const document = await documentFor(call, call.params.document, 'document.organise');
      if (!document.ok) return document;
      const documentId = document.value.id;
      const told = await services.publicStates.publishable(document.value, inNameOf(caller.userId));
      const ready = await services.operations.ready('publication.publish', caller, { documentId, ...told });
      if (!ready.ok) return ready;
      return ok(
        followedBy(ready.value, async (tx) => {
          const found = await findPublication(tx, documentId);
          if (!found) return fail('access.notFound');
          const { address, firstAt, publishedAt } = found;
          const days = { firstAt: firstAt.toISOString(), publishedAt: publishedAt.toISOString() };
          return ok({ url: services.origin + paths.publicDocument(address), ...days });
        }),
      );
    },
  }),
  ...(['withdraw', 'restore'] as const).map((gesture) =>
    writeOperation({
      method: 'post',
      path: `/documents/{document}/publication/${gesture}`,
      name: `publications.${gesture}`,
      scope: 'publications:write',
      params: InDocument,
      success: 204,
      answer: Nothing,
      run: async ({ services, caller, params }) => {
        const asked = { documentId: params.document };
        const ready = await services.operations.ready(`publication.${gesture}`, caller, asked);
        return ready.ok ? ok(answering(ready.value, () => ({}))) : ready;
      },
    }),
  ),
];

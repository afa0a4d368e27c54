import { Readable } from 'node:stream';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { EXPORT_FORMATS } from '#shared/documents/conversion/conversion.ts';
import { importing } from '#shared/documents/conversion/import.fr.ts';
import { ok } from '#shared/kernel/result.ts';
import { api as words } from '#shared/operations/api/api.fr.ts';
import { paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { ImportedDocument } from '../../documents/import-operations.ts';
import { mostBytesOf } from '../../kernel/http/body-length.ts';
import { BodyRefused } from '../../kernel/http/read-body.ts';
import { answering } from '../../kernel/ready-write.ts';
import type { Admit } from './caller.ts';
import type { FilePaths } from './file-operation.ts';
import { contentOf, writeOnce } from './idempotency.ts';
import type { ApiServices } from './operation.ts';
import { sendProblem } from './problem.ts';
import { Id } from './shapes.ts';

const SCOPES_OF = { read: 'documents:read', write: 'documents:write' } as const;

const ExportQuery = z.object({
  format: z.enum(EXPORT_FORMATS),
  comments: z.enum(['true', 'false']).default('false'),
});

/** What leaves and comes in as files: the two operations whose answer or body is not JSON. */
export function conversionRoutes(services: ApiServices, admit: Admit): Router {
  const routes = Router();
  routes.get('/documents/:document/export', async (request: Request, response: Response) => {
    const caller = await admit(request, response, SCOPES_OF.read);
    if (!caller) return;
    const documentId = Id.safeParse(request.params.document);
    if (!documentId.success) return sendProblem(response, 'access.notFound');
    const query = ExportQuery.safeParse(request.query);
    if (!query.success) return sendProblem(response, 'api.invalid');
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const made = await services.conversions.exportDocument(
      {
        documentId: documentId.data,
        userId: caller.userId,
        format: query.data.format,
        withComments: query.data.comments === 'true',
      },
      { signal: gone.signal },
    );
    if (gone.signal.aborted) return;
    if (!made.ok) return sendProblem(response, made.error);
    const { bytes, contentType, disposition } = made.value;
    response.set({
      'Content-Type': contentType,
      'Content-Disposition': disposition,
      'X-Content-Type-Options': 'nosniff',
    });
    response.status(200).end(bytes);
  });
  routes.post('/groups/:group/documents/import', async (request: Request, response: Response) => {
    const caller = await admit(request, response, SCOPES_OF.write);
    if (!caller) return;
    const groupId = Id.safeParse(request.params.group);
    if (!groupId.success) return sendProblem(response, 'access.notFound');
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const most = mostBytesOf(request.headers, services.env.UPLOAD_MAX_MB * 1024 * 1024);
    const release = await services.heldFiles.reserve({ account: caller.userId }, most);
    if (!release) throw new BodyRefused(503);
    if (response.closed) release();
    else response.once('close', release);
    const { conversions, operations, origin } = services;
    const into = { groupId: groupId.data, userId: caller.userId };
    const files = await conversions.receive(into, asRequest(request));
    if (gone.signal.aborted) return;
    if (!files.ok) return sendProblem(response, files.error);
    const asked = { status: 201, content: contentOf(files.value) };
    const made = await writeOnce(services, caller, request, asked, async () => {
      const read = await conversions.prepareImport(into, files.value, gone.signal);
      if (!read.ok) return read;
      const documents = { groupId: groupId.data, documents: read.value };
      const ready = await operations.ready('document.import', caller, documents);
      return ready.ok ? ok(answering(ready.value, (made) => presentImport(made, origin))) : ready;
    });
    if (gone.signal.aborted) return;
    if (!made.ok) return sendProblem(response, made.error);
    response.location(`/api/v1/groups/${groupId.data}/documents`);
    response.status(asked.status).json(made.value);
  });
  return routes;
}

function presentImport(documents: readonly ImportedDocument[], origin: string) {
  return {
    items: documents.map(({ id, title }) => ({
      id,
      title,
      room: roomName({ kind: 'document', id }),
      url: origin + paths.document({ id, title }),
    })),
    report: documents.map(({ id, report: { fileName, losses } }) => ({
      id,
      file: fileName,
      losses: losses.map((lost) => ({ ...lost, detail: importing.lost(lost) })),
    })),
  };
}

/** Express's request as the reader of forms knows it. */
function asRequest(request: Request): globalThis.Request {
  const { 'content-type': type = '', 'content-length': length } = request.headers;
  return new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': type, ...(length && { 'content-length': length }) },
    body: Readable.toWeb(request) as ReadableStream<Uint8Array>,
    duplex: 'half',
  } as RequestInit);
}

/** [I7] */
export const LOCATION = { Location: { schema: { type: 'string' } } } as const;

/** The same for the OpenAPI page. */
export const conversionPaths: FilePaths = {
  '/documents/{document}/export': {
    get: {
      name: 'documents.export',
      scope: SCOPES_OF.read,
      parameters: [
        { name: 'document', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
        {
          name: 'format',
          in: 'query',
          required: true,
          schema: { type: 'string', enum: [...EXPORT_FORMATS] },
        },
        {
          name: 'comments',
          in: 'query',
          schema: { type: 'string', enum: ['true', 'false'], default: 'false' },
        },
      ],
      responses: {
        200: {
          description: words.success.file,
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
      },
    },
  },
  '/groups/{group}/documents/import': {
    post: {
      name: 'documents.import',
      scope: SCOPES_OF.write,
      parameters: [{ name: 'group', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              required: ['file'],
              properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
            },
          },
        },
      },
      responses: { 201: { description: words.success.imported, headers: LOCATION } },
    },
  },
};

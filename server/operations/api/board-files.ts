import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { boardExchange as words } from '#shared/boards/exchange/board-exchange.fr.ts';
import { BoardFile, IMPORT_LIMITS } from '#shared/boards/exchange/board-file.ts';
import { ok } from '#shared/kernel/result.ts';
import { headerText } from '#shared/kernel/storable.ts';
import { api as apiWords } from '#shared/operations/api/api.fr.ts';
import { FILE_NAME_HEADER, paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { BOARD_FORMATS } from '../../boards/board-exchange.ts';
import { readBody } from '../../kernel/http/read-body.ts';
import { answering } from '../../kernel/ready-write.ts';
import type { Admit } from './caller.ts';
import { LOCATION } from './conversions.ts';
import type { FilePaths } from './file-operation.ts';
import { contentOf, writeOnce } from './idempotency.ts';
import type { ApiParameter, JsonSchema } from './openapi-page.ts';
import type { ApiServices } from './operation.ts';
import { sendProblem } from './problem.ts';
import { Id } from './shapes.ts';

const SCOPES_OF = { read: 'boards:read', write: 'boards:write' } as const;

const Query = z.object({ format: z.enum(BOARD_FORMATS).default('json') });

/** Boards as files: an answer, and a body, that are not the JSON of the contract. */
export function boardFileRoutes(services: ApiServices, admit: Admit): Router {
  const routes = Router();
  routes.get('/boards/:board/export', async (request: Request, response: Response) => {
    const caller = await admit(request, response, SCOPES_OF.read);
    if (!caller) return;
    const boardId = Id.safeParse(request.params.board);
    if (!boardId.success) return sendProblem(response, 'access.notFound');
    const query = Query.safeParse(request.query);
    if (!query.success) return sendProblem(response, 'api.invalid');
    const made = await services.boardExchange.export({
      boardId: boardId.data,
      userId: caller.userId,
      format: query.data.format,
    });
    if (!made.ok) return sendProblem(response, made.error);
    const { body, contentType, disposition } = made.value;
    response.set({
      'Content-Type': contentType,
      'Content-Disposition': disposition,
      'X-Content-Type-Options': 'nosniff',
    });
    response.status(200).end(body);
  });
  routes.post('/groups/:group/boards/import', async (request: Request, response: Response) => {
    const caller = await admit(request, response, SCOPES_OF.write);
    if (!caller) return;
    const groupId = Id.safeParse(request.params.group);
    if (!groupId.success) return sendProblem(response, 'access.notFound');
    const fileName = headerText(request.get(FILE_NAME_HEADER) ?? '');
    if (fileName === null) return sendProblem(response, 'api.invalid');
    const bytes = await readBody(request, response, {
      heldBodies: services.heldBodies,
      sender: { account: caller.userId },
      maxBytes: IMPORT_LIMITS.bytes,
    });
    const into = { groupId: groupId.data, userId: caller.userId };
    const upload = { fileName: fileName || words.untitled, bytes };
    const asked = { status: 201, content: contentOf([{ name: upload.fileName, bytes }]) };
    const made = await writeOnce(services, caller, request, asked, async () => {
      const ready = await services.boardExchange.prepareImport(into, upload);
      if (!ready.ok) return ready;
      return ok(
        answering(ready.value, ({ id, title, losses }) => ({
          id,
          title,
          room: roomName({ kind: 'board', id }),
          url: services.origin + paths.board({ id, title }),
          losses: losses.map((loss) => ({ ...loss, detail: words.loss(loss) })),
        })),
      );
    });
    if (!made.ok) return sendProblem(response, made.error);
    response.location(`/api/v1/groups/${groupId.data}/boards`);
    response.status(asked.status).json(made.value);
  });
  return routes;
}

const idIn = (name: string): ApiParameter => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
});
const asBinary = { schema: { type: 'string', format: 'binary' } };

/** The same for the OpenAPI page, where the file of a board has its whole schema. */
export const boardFilePaths: FilePaths = {
  '/boards/{board}/export': {
    get: {
      name: 'boards.export',
      scope: SCOPES_OF.read,
      parameters: [
        idIn('board'),
        {
          name: 'format',
          in: 'query',
          schema: { type: 'string', enum: [...BOARD_FORMATS], default: 'json' },
        },
      ],
      responses: {
        200: {
          description: apiWords.success.file,
          content: {
            'application/json': {
              schema: z.toJSONSchema(BoardFile, { io: 'output' }) as JsonSchema,
            },
            'text/csv': { schema: { type: 'string' } },
          },
        },
      },
    },
  },
  '/groups/{group}/boards/import': {
    post: {
      name: 'boards.import',
      scope: SCOPES_OF.write,
      parameters: [
        idIn('group'),
        { name: FILE_NAME_HEADER, in: 'header', description: apiWords.fileName, schema: { type: 'string' } },
      ],
      requestBody: {
        required: true,
        content: { 'text/csv': asBinary, 'application/json': {}, 'application/octet-stream': asBinary },
      },
      responses: { 201: { description: apiWords.success.imported, headers: LOCATION } },
    },
  },
};

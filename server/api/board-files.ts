import { type Request, type Response, Router, raw } from 'express';
import { z } from 'zod';
import { BoardFile, IMPORT_LIMITS } from '#shared/board/exchange/board-file.ts';
import { boardExchange as words } from '#shared/messages/fr/board-exchange.ts';
import { FILE_NAME_HEADER, paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime.ts';
import { BOARD_FORMATS } from '../boards/board-exchange.ts';
import type { ApiServices, Caller } from './operation.ts';
import { sendProblem } from './problem.ts';
import { Id } from './shapes.ts';

type CallerOf = (services: ApiServices, request: Request) => Promise<Caller | null>;

const Query = z.object({ format: z.enum(BOARD_FORMATS).default('json') });

/** Boards as files: an answer, and a body, that are not the JSON of the contract. */
export function boardFileRoutes(services: ApiServices, callerOf: CallerOf): Router {
  const routes = Router();
  routes.get('/boards/:board/export', async (request: Request, response: Response) => {
    const caller = await callerOf(services, request);
    if (!caller) return sendProblem(response, 'access.signInFirst');
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
  routes.post(
    '/groups/:group/boards/import',
    raw({ type: () => true, limit: IMPORT_LIMITS.bytes }),
    async (request: Request, response: Response) => {
      const caller = await callerOf(services, request);
      if (!caller) return sendProblem(response, 'access.signInFirst');
      const groupId = Id.safeParse(request.params.group);
      if (!groupId.success) return sendProblem(response, 'access.notFound');
      // Sent as JSON, the door has read it already.
      const body: unknown = request.body;
      const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body ?? ''));
      const into = { groupId: groupId.data, userId: caller.userId };
      const upload = { fileName: nameOf(request), bytes };
      const made = await services.boardExchange.import(into, upload);
      if (!made.ok) return sendProblem(response, made.error);
      const { id, title, losses } = made.value;
      response.status(201).json({
        id,
        title,
        room: roomName({ kind: 'board', id }),
        url: services.origin + paths.board({ id, title }),
        losses: losses.map((loss) => ({ ...loss, detail: words.loss(loss) })),
      });
    },
  );
  return routes;
}

/** The name of the file, percent-encoded, as documents take it too. */
function nameOf(request: Request): string {
  const given = request.get(FILE_NAME_HEADER) ?? '';
  try {
    return decodeURIComponent(given) || words.untitled;
  } catch {
    return words.untitled;
  }
}

const idIn = (name: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
});
const asBinary = { schema: { type: 'string', format: 'binary' } };

/** The same for the OpenAPI page, where the file of a board has its whole schema. */
export const boardFilePaths = {
  '/boards/{board}/export': {
    get: {
      summary:
        'A board as a file: CSV (for a French spreadsheet, or for programs) or JSON, archived cards included',
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
          description: 'The file',
          content: {
            'application/json': {
              schema: z.toJSONSchema(BoardFile, { target: 'openapi-3.0', io: 'output' }),
            },
            'text/csv': { schema: { type: 'string' } },
          },
        },
      },
    },
  },
  '/groups/{group}/boards/import': {
    post: {
      summary: 'A file becomes a board, or nothing is made: CSV, JSON export of Trello, JSON of a board',
      parameters: [
        idIn('group'),
        { name: FILE_NAME_HEADER, in: 'header', description: 'Percent-encoded', schema: { type: 'string' } },
      ],
      requestBody: {
        required: true,
        content: { 'text/csv': asBinary, 'application/json': {}, 'application/octet-stream': asBinary },
      },
      responses: { 201: { description: 'The board, and what could not be kept of the file' } },
    },
  },
};

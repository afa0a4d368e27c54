import { z } from 'zod';
import { type BoardForMember, findBoardForMember, listBoards } from '#db/boards/boards.ts';
import { LABEL_COLOURS } from '#shared/boards/board.ts';
import { startBoard } from '#shared/boards/board-start.ts';
import { boardTemplates } from '#shared/boards/board-templates.fr.ts';
import { eachProperty } from '#shared/boards/card/property/card-properties.ts';
import { REPEATS } from '#shared/boards/card/repeat.ts';
import { FIELD_KINDS } from '#shared/boards/field/field.ts';
import { FILE_KINDS } from '#shared/documents/attribute/document-attributes.ts';
import { canInGroup, type GroupAction } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import { answering } from '../../kernel/ready-write.ts';
import { groupFor } from './groups.ts';
import { type Call, operation, writeOperation } from './operation.ts';
import type { ApiError } from './problem.ts';
import { Id, listOf, Page, pageOf, Role } from './shapes.ts';

const InGroup = z.object({ group: Id });
const InBoard = z.object({ board: Id });
/** Ids inside a board are whatever its writers gave. */
const InnerId = z.string().min(1).max(100);

const Board = z.object({ id: Id, title: z.string(), room: z.string(), url: z.url() });
const Card = z.object({
  id: z.string(),
  title: z.string(),
  columnId: z.string(),
  description: z.string(),
  ...eachProperty({ day: () => z.string().nullable(), members: () => z.array(z.string()) }),
  checklists: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      items: z.array(z.object({ id: z.string(), text: z.string(), done: z.boolean() })),
    }),
  ),
  /** Their bytes are at `/fichiers/{id}`. */
  files: z.array(z.object({ id: z.string(), name: z.string(), bytes: z.number(), kind: z.enum(FILE_KINDS) })),
  cover: z.string().nullable(),
  /** Cards that must be finished first. */
  blockedBy: z.array(z.string()),
  /** What the card points to, as `kind:id`. */
  links: z.array(z.string()),
  /** What it holds in the fields of the board. */
  fields: z.array(z.object({ fieldId: z.string(), value: z.union([z.string(), z.number()]) })),
  /** How it comes back. */
  repeat: z.object({ every: z.enum(REPEATS), next: z.string() }).nullable(),
});
const Whole = Board.extend({
  group: z.object({ id: Id, name: z.string() }),
  role: Role,
  columns: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      done: z.boolean(),
      limit: z.number().nullable(),
      colour: z.enum(LABEL_COLOURS).nullable(),
    }),
  ),
  labels: z.array(z.object({ id: z.string(), name: z.string(), colour: z.enum(LABEL_COLOURS) })),
  /** What the group adds to its cards; `options` of a choice. */
  fields: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(FIELD_KINDS),
      options: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  /** In the order of the columns, then in the order of each column. */
  cards: z.array(Card),
});
const Edit = z.object({
  columnId: InnerId.optional(),
  index: z.number().int().min(0).max(100_000).optional(),
  title: z.string().max(20_000).optional(),
  description: z.string().max(200_000).optional(),
  ...eachProperty({
    day: () => z.iso.date().nullable().optional(),
    members: () => z.array(InnerId).max(100).optional(),
  }),
  cover: InnerId.nullable().optional(),
  archived: z.boolean().optional(),
});

function present({ id, title }: { id: string; title: string }, origin: string): z.input<typeof Board> {
  return { id, title, room: roomName({ kind: 'board', id }), url: origin + paths.board({ id, title }) };
}

type Asked = Pick<Call<unknown, unknown, unknown>, 'services' | 'caller'>;

async function boardFor(
  { services: { db, now }, caller }: Asked,
  boardId: string,
  action: GroupAction,
): Promise<Result<BoardForMember, ApiError>> {
  const board = await findBoardForMember(db, { boardId, userId: caller.userId, now: now() });
  if (!board) return fail('access.notFound');
  return canInGroup(board.group.role, action) ? ok(board) : fail('access.forbidden');
}

async function readWhole({ services, caller }: Asked, board: BoardForMember) {
  const { rooms, origin } = services;
  const { value } = await rooms.read(
    roomName({ kind: 'board', id: board.id }),
    'board',
    inNameOf(caller.userId),
  );
  return {
    ...present(board, origin),
    group: { id: board.group.id, name: board.group.name },
    role: board.group.role,
    columns: value.columns.map(({ id, name, done, limit, colour }) => ({ id, name, done, limit, colour })),
    labels: [...value.labels],
    fields: value.fields.map(({ id, name, kind, options }) => ({ id, name, kind, options: [...options] })),
    cards: value.columns.flatMap(({ cards }) => cards.map((card) => Card.parse(card))),
  };
}

async function answerCard(
  { services, caller }: Asked,
  board: BoardForMember,
  cardId: string,
): Promise<Result<z.output<typeof Card>, ApiError>> {
  // What was asked is done: its answer is not refused for what else waits.
  const asking = { by: { account: caller.userId }, isPatient: true };
  const { value } = await services.rooms.read(roomName({ kind: 'board', id: board.id }), 'board', asking);
  const cards = [...value.columns.flatMap((column) => column.cards), ...value.archived];
  const card = cards.find(({ id }) => id === cardId);
  return card ? ok(Card.parse(card)) : fail('board.cardNotFound');
}

export const boardOperations = [
  operation({
    path: '/groups/{group}/boards',
    name: 'boards.list',
    scope: 'boards:read',
    params: InGroup,
    query: Page,
    answer: listOf(Board.extend({ modifiedAt: z.iso.datetime() })),
    run: async (call) => {
      const group = await groupFor(call, call.params.group, 'board.read');
      if (!group.ok) return group;
      const boards = await listBoards(call.services.db, { groupId: group.value.id });
      const items = boards.map((board) => ({
        ...present(board, call.services.origin),
        modifiedAt: board.modifiedAt.toISOString(),
      }));
      return ok(pageOf(items, call.query));
    },
  }),
  writeOperation({
    method: 'post',
    path: '/groups/{group}/boards',
    name: 'boards.create',
    scope: 'boards:write',
    params: InGroup,
    body: z.object({
      title: z.string().max(20_000),
      template: z.enum(boardTemplates.map(({ key }) => key)).optional(),
    }),
    success: 201,
    located: ({ id }) => `/boards/${id}`,
    answer: Board,
    run: async (call) => {
      const { services, params, body } = call;
      const [usual] = boardTemplates;
      const template = boardTemplates.find(({ key }) => key === body.template) ?? usual;
      const ready = await services.operations.ready('board.create', call.caller, {
        groupId: params.group,
        title: body.title,
        start: startBoard(template, services.newId),
      });
      return ready.ok ? ok(answering(ready.value, (made) => present(made, services.origin))) : ready;
    },
  }),
  operation({
    path: '/boards/{board}',
    name: 'boards.read',
    scope: 'boards:read',
    params: InBoard,
    answer: Whole,
    run: async (call) => {
      const board = await boardFor(call, call.params.board, 'board.read');
      return board.ok ? ok(await readWhole(call, board.value)) : board;
    },
  }),
  writeOperation({
    method: 'post',
    path: '/boards/{board}/cards',
    name: 'cards.create',
    scope: 'boards:write',
    params: InBoard,
    body: Edit.pick({ index: true }).extend({ title: z.string().max(20_000), columnId: InnerId }),
    success: 201,
    located: ({ id }, { board }) => `/boards/${board}/cards/${encodeURIComponent(id)}`,
    answer: Card,
    run: async (call) => {
      const board = await boardFor(call, call.params.board, 'board.write');
      if (!board.ok) return board;
      const { services, madeId: cardId } = call;
      const room = roomName({ kind: 'board', id: board.value.id });
      const by = { userId: call.caller.userId };
      return ok({
        async apply() {
          const { index, ...body } = call.body;
          const added = await services.rooms.apply(room, by, 'board.addCard', {
            ...body,
            cardId,
            createdAt: services.now(),
            createdBy: by.userId,
            ...(index === undefined ? {} : { index }),
          });
          // It was made by the same request, whose answer got lost.
          const isThere = !added.ok && added.error === 'board.idTaken';
          return added.ok || isThere ? answerCard(call, board.value, cardId) : added;
        },
      });
    },
  }),
  operation({
    path: '/boards/{board}/cards/{card}',
    name: 'cards.read',
    scope: 'boards:read',
    params: InBoard.extend({ card: InnerId }),
    answer: Card,
    run: async (call) => {
      const board = await boardFor(call, call.params.board, 'board.read');
      return board.ok ? answerCard(call, board.value, call.params.card) : board;
    },
  }),
  writeOperation({
    method: 'patch',
    path: '/boards/{board}/cards/{card}',
    name: 'cards.change',
    scope: 'boards:write',
    params: InBoard.extend({ card: InnerId }),
    body: Edit,
    success: 200,
    answer: Card,
    run: async (call) => {
      const board = await boardFor(call, call.params.board, 'board.write');
      if (!board.ok) return board;
      const by = { userId: call.caller.userId };
      const cardId = call.params.card;
      const room = roomName({ kind: 'board', id: board.value.id });
      return ok({
        async apply() {
          const change = { ...call.body, cardId };
          const edited = await call.services.rooms.apply(room, by, 'board.editCard', change);
          return edited.ok ? answerCard(call, board.value, cardId) : edited;
        },
      });
    },
  }),
];

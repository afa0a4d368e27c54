import { data } from 'react-router';
import { z } from 'zod';
import { findBoardForMember, listBoards, listTrashedBoards } from '#db/boards/boards.ts';
import { countCards } from '#db/boards/card/cards.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { startBoard, startFromBoard } from '#shared/boards/board-start.ts';
import { boardTemplates } from '#shared/boards/board-templates.fr.ts';
import { trash as trashWords } from '#shared/documents/trash/trash.fr.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { trashGestures } from '../../documents/trash/trash-gestures.server.ts';
import { TrashList } from '../../documents/trash/trash-list.tsx';
import { forbidden, requireInGroup } from '../../kernel/access.server.ts';
import { goOn } from '../../kernel/done.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { act } from '../../kernel/gesture.server.ts';
import { parseForm, refuseBy } from '../../kernel/refusal.server.ts';
import { GroupHeader } from '../../people/group/group-header.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { GroupBoards } from '../list/group-boards.tsx';
import { NewBoard, OF_GROUP, OF_GROUP_FIELD } from '../list/new-board.tsx';
import type { Route } from './+types/boards';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group }) => [
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupBoards({ id: group.id, title: group.name }), label: boardPage.listTitle },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'board.read');
  const { db, now } = context.get(servicesContext);
  const at = now();
  const [boards, trashed] = await Promise.all([
    listBoards(db, { groupId: group.id }),
    listTrashedBoards(db, { groupId: group.id, userId: member.id, now: at }),
  ]);
  const counts = await countCards(db, { boardIds: boards.map(({ id }) => id), today: dates.iso(at) });
  const listed = boards.map((board) => ({ ...board, count: counts.get(board.id) ?? null }));
  const [canCreate, canTrash] = [
    canInGroup(group.role, 'board.create'),
    canInGroup(group.role, 'board.trash'),
  ];
  const canDelete = canInGroup(group.role, 'trash.delete');
  return {
    group,
    boards: listed,
    trashed: canTrash ? trashed : [],
    canCreate,
    canDelete,
    now: at,
  };
}

const NewBoardForm = z.object({
  title: z.string(),
  template: z.string().catch(''),
  source: z.string().max(64).catch(''),
  withCards: z.string().optional(),
});

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { member, group } = await requireInGroup(context, params.groupe, 'board.read');
  const isCreating = form.get('intent') === 'create';
  if (!canInGroup(group.role, isCreating ? 'board.create' : 'board.trash')) throw forbidden();
  if (!isCreating) {
    await act(context, form, trashGestures, { kind: 'board', group });
  }
  const typed = parseForm(NewBoardForm, form);
  const { title } = typed;
  const { db, operations, rooms, now, newId } = context.get(servicesContext);
  let start = startBoard(
    boardTemplates.find(({ key }) => key === typed.template) ?? boardTemplates[0],
    newId,
  );
  if (typed.template === OF_GROUP) {
    const source = await findBoardForMember(db, { boardId: typed.source, userId: member.id, now: now() });
    // Boards of other groups are theirs: what a template takes along would be shown to people who may not see it.
    if (source?.group.id !== group.id) {
      return data({ ...typed, field: OF_GROUP_FIELD, error: boardPage.sourceGone }, { status: 400 });
    }
    const { value } = await rooms.read(roomName({ kind: 'board', id: source.id }), 'wholeBoard', {
      by: { account: member.id },
    });
    start = startFromBoard(value, { withCards: typed.withCards !== undefined }, newId);
  }
  const wish = { groupId: group.id, title, start };
  const created = await operations.run('board.create', { userId: member.id }, wish);
  if (created.ok)
    throw goOn(context, { to: paths.board(created.value), said: boardPage.created(title), focus: null });
  const refused = refuseBy(created, null).data.errors.title ?? '';
  return data({ ...typed, field: 'title', error: refused }, { status: 400 });
}

export default function Boards({ loaderData, actionData }: Route.ComponentProps) {
  const { group, boards, trashed, canCreate, canDelete, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(boardPage.listTitle, group.name)}</title>
      <GroupHeader group={group} />
      <div className="cols">
        <GroupBoards boards={boards} now={now} />
        <aside className="stack-lg" aria-label={boardPage.newBoard}>
          {canCreate ? (
            <NewBoard
              refused={actionData}
              boards={boards}
              importPath={paths.groupBoardsImport({ id: group.id, title: group.name })}
            />
          ) : (
            <p className="muted">{boardPage.readOnlyList}</p>
          )}
          {trashed.length > 0 && (
            <Plate id="trash" title={trashWords.title}>
              <TrashList trashed={trashed} canDelete={canDelete} now={now} />
            </Plate>
          )}
        </aside>
      </div>
    </main>
  );
}

import { data, redirect } from 'react-router';
import { z } from 'zod';
import { createBoard, listBoards, listTrashedBoards, restoreBoard } from '#db/boards.ts';
import { countCards } from '#db/cards.ts';
import { canInGroup } from '#shared/access.ts';
import { startBoard } from '#shared/board/board-start.ts';
import { access as accessWords } from '#shared/messages/fr/access.ts';
import { boardPage } from '#shared/messages/fr/board-page.ts';
import { dates } from '#shared/messages/fr/dates.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { paths } from '#shared/paths.ts';
import { forbidden, requireInGroup } from '../access.server.ts';
import { BoardTrash } from '../boards/board-trash.tsx';
import { GroupBoards } from '../boards/group-boards.tsx';
import { NewBoard } from '../boards/new-board.tsx';
import { servicesContext } from '../context.ts';
import { frameHandle } from '../frame-handle.ts';
import { GroupHeader } from '../groups/group-header.tsx';
import type { Route } from './+types/boards';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group }) => [
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupBoards({ id: group.id, title: group.name }), label: boardPage.listTitle },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'board.read');
  const { db, now } = context.get(servicesContext);
  const [boards, trashed] = await Promise.all([
    listBoards(db, { groupId: group.id }),
    listTrashedBoards(db, { groupId: group.id }),
  ]);
  const at = now();
  const counts = await countCards(db, { boardIds: boards.map(({ id }) => id), today: dates.iso(at) });
  const listed = boards.map((board) => ({ ...board, count: counts.get(board.id) ?? null }));
  const [canCreate, canTrash] = [
    canInGroup(group.role, 'board.create'),
    canInGroup(group.role, 'board.trash'),
  ];
  return { group, boards: listed, trashed: canTrash ? trashed : [], canCreate, now: at };
}

const ListForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('create'), title: z.string() }),
  z.object({ intent: z.literal('restore'), boardId: z.string() }),
]);

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = ListForm.parse(Object.fromEntries(await request.formData()));
  const { member, group } = await requireInGroup(context, params.groupe, 'board.read');
  if (!canInGroup(group.role, form.intent === 'create' ? 'board.create' : 'board.trash')) throw forbidden();
  const { db, now, newId } = context.get(servicesContext);
  const boardId = form.intent === 'create' ? newId() : form.boardId;
  const change = { boardId, groupId: group.id, by: member.id, now: now(), activityId: newId() };
  if (form.intent === 'restore') {
    await restoreBoard(db, change);
    return redirect(paths.groupBoards({ id: group.id, title: group.name }));
  }
  const words = { columns: boardPage.firstColumns, labels: boardPage.firstLabels };
  const created = await createBoard(db, { ...change, title: form.title, start: startBoard(words, newId) });
  if (created.ok) return redirect(paths.board(created.value));
  return data({ title: form.title, error: accessWords.errors[created.error] }, { status: 400 });
}

export default function Boards({ loaderData, actionData }: Route.ComponentProps) {
  const { group, boards, trashed, canCreate, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(boardPage.listTitle, group.name)}</title>
      <GroupHeader group={group} />
      <div className="cols">
        <GroupBoards boards={boards} now={now} />
        <aside className="stack-lg" aria-label={boardPage.newBoard}>
          {canCreate ? <NewBoard refused={actionData} /> : <p className="muted">{boardPage.readOnlyList}</p>}
          {trashed.length > 0 && <BoardTrash boards={trashed} now={now} />}
        </aside>
      </div>
    </main>
  );
}

import { data, redirect } from 'react-router';
import { z } from 'zod';
import { findBoardForMember, listBoards, listTrashedBoards } from '#db/boards/boards.ts';
import { countCards } from '#db/boards/card/cards.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { startBoard, startFromBoard } from '#shared/boards/board-start.ts';
import { boardTemplates } from '#shared/boards/board-templates.fr.ts';
import { trash as trashWords } from '#shared/documents/trash/trash.fr.ts';
import { access as accessWords } from '#shared/kernel/access/access.fr.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { changeTrash } from '../../documents/trash/change-trash.server.ts';
import { TrashList } from '../../documents/trash/trash-list.tsx';
import { TrashNotice } from '../../documents/trash/trash-notice.tsx';
import { forbidden, requireInGroup } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { parseForm } from '../../kernel/refusal.server.ts';
import { GroupHeader } from '../../people/group/group-header.tsx';
import { GroupBoards } from '../list/group-boards.tsx';
import { NewBoard, OF_GROUP, OF_GROUP_FIELD } from '../list/new-board.tsx';
import type { Route } from './+types/boards';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group }) => [
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupBoards({ id: group.id, title: group.name }), label: boardPage.listTitle },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
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
  const justTrashed = trashed.find(({ id }) => id === new URL(request.url).searchParams.get('corbeille'));
  return {
    group,
    boards: listed,
    trashed: canTrash ? trashed : [],
    justTrashed: justTrashed ?? null,
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
  const list = paths.groupBoards({ id: group.id, title: group.name });
  if (!isCreating) {
    await changeTrash(context, { kind: 'board', group, by: member.id }, form);
    return redirect(list);
  }
  const typed = parseForm(NewBoardForm, form);
  const { title } = typed;
  const { db, boards, rooms, now, newId } = context.get(servicesContext);
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
    const { value } = await rooms.read(roomName({ kind: 'board', id: source.id }), 'board', {
      by: { account: member.id },
    });
    start = startFromBoard(value, { withCards: typed.withCards !== undefined }, newId);
  }
  const created = await boards.create({ groupId: group.id, by: member.id, title, start });
  if (created.ok) return redirect(paths.board(created.value));
  return data({ ...typed, field: 'title', error: accessWords.errors[created.error] }, { status: 400 });
}

export default function Boards({ loaderData, actionData }: Route.ComponentProps) {
  const { group, boards, trashed, justTrashed, canCreate, canDelete, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(boardPage.listTitle, group.name)}</title>
      <GroupHeader group={group} />
      {justTrashed && (
        <TrashNotice trashed={justTrashed} trash={paths.groupBoards({ id: group.id, title: group.name })} />
      )}
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
            <section className="plate" aria-labelledby="trash">
              <header>
                <h2 id="trash">{trashWords.title}</h2>
              </header>
              <TrashList trashed={trashed} canDelete={canDelete} now={now} />
            </section>
          )}
        </aside>
      </div>
    </main>
  );
}

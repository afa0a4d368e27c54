import { data, type ShouldRevalidateFunctionArgs } from 'react-router';
import type { BoardForMember } from '#db/boards/boards.ts';
import { countCardComments } from '#db/boards/card/card-comments.ts';
import { findWatchLevel } from '#db/news/notification/watches.ts';
import { listGroupPeople } from '#db/people/group/groups.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { filterColumns } from '#shared/boards/card/card-filter.ts';
import { readFilter } from '#shared/boards/view/board-address.ts';
import { trash } from '#shared/documents/trash/trash.fr.ts';
import { canInGroup, roomAccessOf } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { following } from '#shared/news/following.fr.ts';
import { paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { keepOnDevice } from '../../kernel/keep.server.ts';
import { notOurs, refuseBy } from '../../kernel/refusal.server.ts';
import { readRoom } from '../../kernel/room-content.server.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { AriaFrame } from '../../ui/late/aria-frame.tsx';
import { requireBoard } from '../board.server.ts';
import { BoardScreen } from '../board-screen.tsx';
import { cardOfAddress } from '../card/card-address.ts';
import { openingOf, organisationsOf } from '../list/opening.ts';
import type { Route } from './+types/board';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ board, group }) => [
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupBoards({ id: group.id, title: group.name }), label: boardPage.listTitle },
    { href: paths.board(board), label: board.title },
  ],
  isWorking: true,
});

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const cardId = cardOfAddress(params['*']);
  if (cardId === undefined) throw notFound();
  const { member, board } = await requireBoard(context, params.tableau, 'board.read');
  const { db, env, now } = context.get(servicesContext);
  const { group } = board;
  const room = roomName({ kind: 'board', id: board.id });
  keepOnDevice(context, { room, title: board.title, group: group.name });
  const [people, { value }, commentCounts, watchLevel] = await Promise.all([
    listGroupPeople(db, { groupId: group.id, now: now() }),
    readRoom(context, room, 'board'),
    countCardComments(db, { boardId: board.id, groupId: group.id, userId: member.id }),
    findWatchLevel(db, { userId: member.id, objectId: board.id, groupId: group.id }),
  ]);
  const today = dates.iso(now());
  const filter = readFilter(new URL(request.url).searchParams);
  const shown = filterColumns(value, filter, { userId: member.id, today });
  return {
    board: { id: board.id, title: board.title },
    group: { id: group.id, name: group.name },
    me: { id: member.id, name: member.name, organisation: member.organisation },
    access: roomAccessOf(group.role, 'board') ?? 'read',
    canTrash: canInGroup(group.role, 'board.trash'),
    follows: following.link(watchLevel),
    people,
    commentCounts,
    organisations: organisationsOf(people),
    today,
    uploadMegabytes: env.UPLOAD_MAX_MB,
    opening: openingOf(value, cardId, shown),
  };
}

interface BoardPage {
  readonly board: BoardForMember;
}
const ofBoard = gesturesOf(({ board }: BoardPage) => ({ boardId: board.id }));
const gestures = {
  trash: ofBoard('board.trash', {
    fields: {},
    done: (_made, { board: { id, title, group } }) => ({
      to: paths.groupBoards({ id: group.id, title: group.name }),
      said: trash.trashed(title),
      focus: null,
      undo: { label: trash.undo, fields: { intent: 'restore', id } },
    }),
  }),
};

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { member, board } = await requireBoard(context, params.tableau, 'board.read');
  if (form.get('intent') !== 'rename') return act(context, form, gestures, { board });
  const { operations } = context.get(servicesContext);
  const title = text(form.getAll('title'));
  if (title === null) throw notOurs();
  const named = { boardId: board.id, title };
  const renamed = await operations.run('board.rename', { userId: member.id }, named);
  if (renamed.ok) return { error: null };
  return data({ error: refuseBy(renamed, null).data.errors.title ?? '' }, { status: 400 });
}

/** Another card of the same board needs nothing from the server: the live room has it, offline too. */
export function shouldRevalidate({
  currentParams,
  nextParams,
  currentUrl,
  nextUrl,
  formMethod,
}: ShouldRevalidateFunctionArgs) {
  const isAnother = idOfSegment(currentParams.tableau) !== idOfSegment(nextParams.tableau);
  return isAnother || formMethod !== undefined || currentUrl.href === nextUrl.href;
}

export default function BoardRoute({ loaderData, params }: Route.ComponentProps) {
  const { board, group } = loaderData;
  return (
    <AriaFrame>
      <Announcer>
        <title>{frame.pageTitle(board.title, group.name)}</title>
        <BoardScreen key={board.id} {...loaderData} cardId={cardOfAddress(params['*']) ?? null} />
      </Announcer>
    </AriaFrame>
  );
}

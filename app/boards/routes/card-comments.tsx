import { listDiscussions } from '#db/documents/comment/comment-threads.ts';
import { listGroupPeople } from '#db/people/group/groups.ts';
import { roomAccessOf } from '#shared/kernel/access/access.ts';
import { fail } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { forbidden } from '../../kernel/access.server.ts';
import { readRoom } from '../../kernel/room-content.server.ts';
import {
  answerDiscussion,
  answerDone,
  answerUnlessKnown,
  type Done,
  discussionJson,
  isOfDiscussion,
  OWN,
  readAsked,
  wordsOf,
} from '../../realtime/comment/discussion-requests.server.ts';
import { requireBoard } from '../board.server.ts';
import { CardCommentShape } from '../card/card-comments.server.ts';
import type { Route } from './+types/card-comments';

async function requireCard({ params, context }: Pick<Route.LoaderArgs, 'params' | 'context'>) {
  const { member, board } = await requireBoard(context, params.tableau, 'board.read');
  const access = roomAccessOf(board.group.role, 'board');
  if (!access) throw forbidden();
  return { boardId: board.id, cardId: params.carte, groupId: board.group.id, by: member.id, access };
}

/** The discussions of a card (304 while nothing has changed), or with `?personnes` those who may be named in them. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const card = await requireCard({ params, context });
  const { db, now } = context.get(servicesContext);
  if (new URL(request.url).searchParams.has('personnes')) {
    const people = await listGroupPeople(db, { groupId: card.groupId, now: now() });
    return Response.json({ people }, { headers: OWN });
  }
  const found = await listDiscussions(db, { ...card, userId: card.by });
  return answerUnlessKnown(request, { threads: found.map(discussionJson) });
}

/** Does what `CardCommentRequest` asks, and answers the discussions as they are then, with the code of a refusal. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { by, ...card } = await requireCard({ params, context });
  const asked = await readAsked(request, CardCommentShape);
  const { db, operations } = context.get(servicesContext);
  const [asker, subject] = [{ userId: by }, { boardId: card.boardId, cardId: card.cardId }];
  const done = isOfDiscussion(asked)
    ? await answerDiscussion({ operations }, asker, subject, asked)
    : await start(asked);
  const found = await listDiscussions(db, { ...card, userId: by });
  return answerDone(done, found.map(discussionJson));

  async function start(said: Extract<typeof asked, { intent: 'start' }>): Promise<Done> {
    if (card.access === 'read') return fail('access.forbidden');
    // A card stands in the board's room and in no table that is sure to know it already.
    const { value } = await readRoom(context, roomName({ kind: 'board', id: card.boardId }), 'board');
    const cards = [...value.columns.flatMap((column) => column.cards), ...value.archived];
    if (!cards.some(({ id }) => id === card.cardId)) return fail('board.cardNotFound');
    const begun = { ...subject, ...wordsOf(said), threadId: said.threadId, passage: null };
    return operations.run('comment.start', asker, begun);
  }
}

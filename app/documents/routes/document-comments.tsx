import { listDocumentPeople } from '#db/documents/access/document-people.ts';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import {
  answerDone,
  answerUnlessKnown,
  OWN,
  readAsked,
} from '../../realtime/comment/discussion-requests.server.ts';
import { answerRequest, CommentRequestShape, threadsFor } from '../comment/comment-requests.server.ts';
import type { Route } from './+types/document-comments';

async function requireReader({ params, context }: Pick<Route.LoaderArgs, 'params' | 'context'>) {
  const member = context.get(memberContext);
  const documentId = idOfSegment(params.document);
  if (!member || !documentId) throw notFound();
  const { db, now } = context.get(servicesContext);
  const document = await findDocumentForMember(db, { documentId, userId: member.id, now: now() });
  if (!document) throw notFound();
  return { document, by: member.id };
}

/** The threads of a document (304 while nothing has changed), or with `?personnes` those who may be named in them. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const reader = await requireReader({ params, context });
  const { db, now } = context.get(servicesContext);
  if (new URL(request.url).searchParams.has('personnes')) {
    const { id: documentId, group } = reader.document;
    const people = await listDocumentPeople(db, { documentId, groupId: group.id, now: now() });
    return Response.json({ people }, { headers: OWN });
  }
  return answerUnlessKnown(request, { threads: await threadsFor({ db }, reader) });
}

/** Does what `CommentRequest` asks, and answers the threads as they are then, with the code of a refusal. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const reader = await requireReader({ params, context });
  const asked = await readAsked(request, CommentRequestShape);
  const services = context.get(servicesContext);
  const done = await answerRequest(services, reader, asked);
  return answerDone(done, await threadsFor(services, reader));
}

import { createHash } from 'node:crypto';
import { data } from 'react-router';
import { listDocumentPeople } from '#db/document-people.ts';
import { findDocumentForMember } from '#db/documents.ts';
import type { CommentAnswer } from '#shared/document/thread-wire.ts';
import { idOfSegment } from '#shared/ids.ts';
import { roomName } from '#shared/realtime.ts';
import { notFound } from '../access.server.ts';
import { memberContext, servicesContext } from '../context.ts';
import {
  answerRequest,
  CommentRequestShape,
  threadsFor,
} from '../documents/comments/comment-requests.server.ts';
import type { Route } from './+types/document-comments';

const STATUS: Readonly<Record<string, number>> = {
  'access.forbidden': 403,
  'access.notFound': 404,
  'comment.notFound': 404,
  'suggestion.notFound': 404,
  'comment.notYours': 403,
  'comment.mayNotResolve': 403,
  'suggestion.notYours': 403,
  'comment.alreadyResolved': 409,
  'comment.alreadyOpen': 409,
  'suggestion.alreadyAccepted': 409,
  'suggestion.alreadyRefused': 409,
  'suggestion.alreadyWithdrawn': 409,
  'suggestion.alreadyOpen': 409,
  'suggestion.passageChanged': 409,
  'suggestion.changedSince': 409,
};

/** Private answers: what a person reads and has not read is nobody else's. */
const OWN = { 'Cache-Control': 'private, no-cache' };

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
  const body = JSON.stringify({ threads: await threadsFor({ db }, reader) });
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { ...OWN, ETag: tag, 'Content-Type': 'application/json; charset=utf-8' };
  if (request.headers.get('If-None-Match') === tag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}

/** Does what `CommentRequest` asks, and answers the threads as they are then, with the code of a refusal. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const reader = await requireReader({ params, context });
  // A form of another site cannot send this type without asking first.
  if (request.headers.get('Content-Type') !== 'application/json') throw data(null, { status: 415 });
  const asked = CommentRequestShape.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw data(null, { status: 400 });
  const services = context.get(servicesContext);
  const done = await answerRequest(services, reader, asked.data);
  if (done.ok && asked.data.intent !== 'read')
    services.rooms.tellNews(roomName({ kind: 'document', id: reader.document.id }), 'comments');
  const threads = await threadsFor(services, reader);
  const answer: CommentAnswer = done.ok ? { threads } : { threads, error: done.error };
  const status = done.ok ? 200 : (STATUS[done.error] ?? 422);
  return Response.json(answer, { status, headers: OWN });
}

import { findHeadSeq } from '#db/documents/history/document-history.ts';
import { findVisit, listUnread } from '#db/documents/history/document-visits.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { loadComparison } from '../history/comparison.server.ts';
import type { SinceVisit } from '../history/since-data.ts';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-visit';

/** [V8] What others changed since this person last read the document. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { member, document } = await requireDocument(context, params.document, 'document.read');
  const { db, database, now } = context.get(servicesContext);
  const who = { documentId: document.id, userId: member.id };
  const visit = await findVisit(db, who);
  const unread = await listUnread(database.run, { documentIds: [document.id], userId: member.id });
  const to = await findHeadSeq(db, document.id);
  if (!visit || !unread.has(document.id) || to <= visit.seq) return answer({ since: null });
  const { changes, writers } = await loadComparison(context, {
    document,
    userId: member.id,
    from: visit,
    to: { seq: to, at: now() },
    signal: request.signal,
  });
  const own = (author: { id: string } | null) => author?.id === member.id;
  const ofOthers = changes.filter(({ authors }) => authors.length === 0 || !authors.every(own));
  if (ofOthers.length === 0) return answer({ since: null });
  const by = writers.flatMap((person) =>
    person && !own(person) ? [{ name: person.name, organisation: person.organisation?.name ?? null }] : [],
  );
  const since = { seq: visit.seq, to, at: visit.at.toISOString(), changes: ofOthers.length, by };
  return answer({ since });
}

/** [V8] This person has read the document as it is now. */
export async function action({ params, context }: Route.ActionArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { member, document } = await requireDocument(context, params.document, 'document.read');
  const { operations } = context.get(servicesContext);
  const visited = await operations.run('document.visit', { userId: member.id }, { documentId: document.id });
  if (!visited.ok) throw notFound();
  return new Response(null, { status: 204 });
}

function answer(body: SinceVisit): Response {
  return Response.json(body, { headers: { 'Cache-Control': 'private, no-store' } });
}

import { z } from 'zod';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { searchDocuments, searchMentions, searchObjects } from '#db/documents/object/object-search.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import type { Route } from './+types/object-search';

const Asked = z.object({
  q: z.string().max(100).default(''),
  parmi: z.enum(['mentions', 'pages', 'documents']),
  document: z.string().optional(),
});
const LIMIT = 12;

/** [D14] [D15] What somebody who writes may mention or refer to: `{ items }`, those that they may see and no others. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return Response.json({ items: [] }, { status: 400 });
  const { db, now } = context.get(servicesContext);
  const search = { query: asked.data.q, userId: member.id, now: now(), limit: LIMIT };
  const { parmi, document } = asked.data;
  const items =
    parmi === 'mentions'
      ? await searchMentions(db, { ...search, groupId: await groupOf(document) })
      : await (parmi === 'documents' ? searchDocuments : searchObjects)(db, search);
  return Response.json({ items }, { headers: { 'Cache-Control': 'private, no-store' } });

  async function groupOf(segment: string | undefined): Promise<string | null> {
    const documentId = idOfSegment(segment);
    if (!documentId || !member) return null;
    const document = await findDocumentForMember(db, { documentId, userId: member.id, now: now() });
    return document?.group.id ?? null;
  }
}

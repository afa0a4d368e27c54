import { type RouterContextProvider, redirect } from 'react-router';
import { z } from 'zod';
import { findOwnRequest, withdrawRequest } from '#db/documents/access/access-requests.ts';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { DOCUMENT_ROLES, rolesBeyond } from '#shared/documents/document-access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { requireMember } from '../../kernel/access.server.ts';
import { parseForm, refuse } from '../../kernel/refusal.server.ts';

type Context = Readonly<RouterContextProvider>;

/** Who asks, what the address says, and the document if they may read it already. Whoever writes has nothing to ask for. */
async function findAsked(context: Context, segment: string) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const documentId = idOfSegment(segment);
  const document = documentId && (await findDocumentForMember(db, { documentId, userId, now: now() }));
  if (!document) return { userId, documentId, readable: null };
  const { access } = document;
  if (access === 'write') throw redirect(paths.document(document));
  return { userId, documentId, readable: { document, access, roles: rolesBeyond(access) } };
}

/** [A11] What the page of a request shows: nothing to whoever may not read, whatever is there. */
export async function loadRequest(context: Context, segment: string) {
  const { userId, readable } = await findAsked(context, segment);
  if (!readable) return null;
  const { id, title, group, groupRole } = readable.document;
  const own = await findOwnRequest(context.get(servicesContext).db, { documentId: id, userId });
  return {
    ...readable,
    document: { id, title, group: { id: group.id, name: group.name }, groupRole },
    own: own && { role: own.role, message: own.message, day: dates.short(own.askedAt) },
  };
}

const RequestOf = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('ask'),
    message: z.string().max(20_000),
    role: z.enum(DOCUMENT_ROLES).default('reader'),
  }),
  z.object({ intent: z.literal('withdraw') }),
]);

/** [A11] Asks, or takes back what one asked: the state that the page then says, or why not. */
export async function makeRequest(context: Context, segment: string, form: FormData) {
  const asked = parseForm(RequestOf, form);
  const { userId, documentId, readable } = await findAsked(context, segment);
  const { db, accessRequests } = context.get(servicesContext);
  if (asked.intent === 'withdraw') {
    if (readable) await withdrawRequest(db, { documentId: readable.document.id, userId });
    return { refused: null, state: 'retiree' };
  }
  const { message, role } = asked;
  // They were given reading while they wrote their message.
  if (readable && !readable.roles.includes(role)) throw redirect(paths.document(readable.document));
  const made = await accessRequests.ask({ documentId, userId, role, message });
  if (made.ok) return { refused: null, state: 'envoyee' };
  const refused =
    made.error === 'accessRequest.tooMany'
      ? refuse({ '': made.error }, { message, role }, { status: 429 })
      : refuse({ message: made.error }, { message, role });
  return { refused, state: null };
}

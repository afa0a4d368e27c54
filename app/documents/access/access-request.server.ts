import { type RouterContextProvider, redirect } from 'react-router';
import { findOwnRequest } from '#db/documents/access/access-requests.ts';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { accessRequest as words } from '#shared/documents/access/access-request.fr.ts';
import { DOCUMENT_ROLES, rolesBeyond } from '#shared/documents/document-access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { requireMember } from '../../kernel/access.server.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { act, choice, gestureOf, gesturesOf, text } from '../../kernel/gesture.server.ts';

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

interface Page {
  readonly segment: string;
  readonly documentId: string | null;
  readonly isReadable: boolean;
}

const after = afterOn(({ segment: id }: Page) => paths.documentAccessRequest({ id }));

const gestures = {
  ask: gesturesOf(({ documentId }: Page) => ({ documentId }))('accessRequest.ask', {
    fields: { message: text, role: choice(DOCUMENT_ROLES) },
    done: (_made, page) =>
      after(page.isReadable ? words.more.sent : `${words.sent} ${words.sentNext}`, null)(null, page),
  }),
  withdraw: gesturesOf(({ documentId }: Page) => ({ documentId: documentId ?? '' }))(
    'accessRequest.withdraw',
    { fields: {}, done: after(words.more.withdrawn, null) },
  ),
};

/** [A11] Asks, or takes back what one asked. */
export async function makeRequest(context: Context, segment: string, form: FormData) {
  requireMember(context);
  gestureOf(form, gestures);
  const { documentId, readable } = await findAsked(context, segment);
  // They were given reading while they wrote their message.
  const isGiven = (role: unknown) => readable?.roles.every((more) => more !== role) ?? false;
  if (readable && form.get('intent') === 'ask' && isGiven(form.get('role')))
    throw redirect(paths.document(readable.document));
  return act(context, form, gestures, { segment, documentId, isReadable: readable !== null });
}

import type { RouterContextProvider } from 'react-router';
import { z } from 'zod';
import { listAccessRequests } from '#db/documents/access/access-requests.ts';
import {
  giveByName,
  listKnownSubjects,
  listNamedAccess,
  setVisibility,
  takeBackName,
} from '#db/documents/access/document-access.ts';
import { listCandidates } from '#db/documents/access/document-audience.ts';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { linkWrittenFiles } from '#db/documents/file/file-links.ts';
import { audienceOf } from '#shared/documents/access/audience.ts';
import { canInDocument, DOCUMENT_ROLES, VISIBILITIES } from '#shared/documents/document-access.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { parseForm, refuse } from '../../kernel/refusal.server.ts';
import { readRoom } from '../../kernel/room-content.server.ts';

type Context = Readonly<RouterContextProvider>;

/** What the access page shows: who sees the document and why, and, to those who may change it, whom it can be given to. */
export async function loadAccess(context: Context, document: DocumentForMember, userId: string) {
  const { db, now } = context.get(servicesContext);
  const canOrganise = canInDocument(document, 'document.organise');
  const which = { documentId: document.id, groupId: document.group.id, now: now() };
  const [candidates, named, requests] = await Promise.all([
    listCandidates(db, which),
    listNamedAccess(db, document.id),
    canOrganise ? listAccessRequests(db, which) : [],
  ]);
  const counts = Object.fromEntries(
    VISIBILITIES.map((visibility) => [visibility, audienceOf(candidates, visibility).length]),
  );
  // Who reads a document of the programme need not learn who works in its group.
  const mayKnow = document.groupRole !== null || canInDocument(document, 'document.comment');
  return {
    audience: mayKnow ? audienceOf(candidates, document.visibility) : null,
    counts,
    named: mayKnow ? named : null,
    giving: canOrganise ? await listKnownSubjects(db, { documentId: document.id, userId, now: now() }) : null,
    requests,
  };
}

const role = z.enum(DOCUMENT_ROLES);
const AccessForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('visibility'), visibility: z.enum(VISIBILITIES) }),
  z.object({ intent: z.literal('givePerson'), userId: z.string().max(64), role }),
  z.object({ intent: z.literal('giveOrganisation'), organisationId: z.string().max(64), role }),
  z.object({ intent: z.literal('remove'), accessId: z.string().max(64) }),
]);

/** Does what a form of the access page asks, and has open pages decided again. Null when it is done. */
export async function changeAccess(
  context: Context,
  { document, by }: { document: DocumentForMember; by: string },
  form: FormData,
) {
  const asked = parseForm(AccessForm, form);
  const { db, rooms, now, newId } = context.get(servicesContext);
  const room = roomName({ kind: 'document', id: document.id });
  const change = {
    documentId: document.id,
    groupId: document.group.id,
    by,
    now: now(),
    activityId: newId(),
  };
  if (asked.intent === 'visibility') await keepFiles(context, document.id);
  const accessId = newId();
  const done =
    asked.intent === 'visibility'
      ? await setVisibility(db, { ...change, visibility: asked.visibility, accessId })
      : asked.intent === 'remove'
        ? await takeBackName(db, { ...change, accessId: asked.accessId })
        : await giveByName(db, {
            ...change,
            to:
              asked.intent === 'givePerson'
                ? { userId: asked.userId }
                : { organisationId: asked.organisationId },
            role: asked.role,
            accessId,
          });
  if (done.ok) {
    rooms.recheck({ room });
    return null;
  }
  if (done.error === 'access.notFound') throw notFound();
  return refuse({ '': done.error }, asked);
}

const AnswerForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('grantRequest'), requestId: z.string().max(64), role }),
  z.object({ intent: z.literal('declineRequest'), requestId: z.string().max(64) }),
]);

/** [A11] Answers a request for access: what came of it, or why not. Null when the form is another. */
export async function answerRequest(
  context: Context,
  { document, by }: { document: DocumentForMember; by: string },
  form: FormData,
) {
  const intent = form.get('intent');
  if (intent !== 'grantRequest' && intent !== 'declineRequest') return null;
  const asked = parseForm(AnswerForm, form);
  const answered = await context.get(servicesContext).accessRequests.answer({
    documentId: document.id,
    groupId: document.group.id,
    by,
    requestId: asked.requestId,
    role: asked.intent === 'grantRequest' ? asked.role : null,
  });
  if (answered.ok) return { refused: null, state: answered.value.granted ? 'acceptee' : 'refusee' };
  if (answered.error === 'access.notFound') throw notFound();
  return { refused: refuse({ '': answered.error }, null), state: null };
}

/** [A8] Its files follow a document by name: what it shows now is written down before its readers change. */
export async function keepFiles(context: Context, documentId: string): Promise<void> {
  const holder = { kind: 'document', id: documentId } as const;
  const { value: written } = await readRoom(context, roomName(holder), 'writtenFiles');
  const { db, now } = context.get(servicesContext);
  await linkWrittenFiles(db, { holder, written, now: now() });
}

import type { RouterContextProvider } from 'react-router';
import { listAccessRequests } from '#db/documents/access/access-requests.ts';
import { listKnownSubjects, listNamedAccess } from '#db/documents/access/document-access.ts';
import { listCandidates } from '#db/documents/access/document-audience.ts';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { accessRequest as asking } from '#shared/documents/access/access-request.fr.ts';
import { audienceOf } from '#shared/documents/access/audience.ts';
import { documentAccess as words } from '#shared/documents/access/document-access.fr.ts';
import { canInDocument, DOCUMENT_ROLES, VISIBILITIES } from '#shared/documents/document-access.ts';
import type { WrittenFile } from '#shared/documents/text/document-files.ts';
import { paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { act, choice, gestureOf, gesturesOf, text } from '../../kernel/gesture.server.ts';
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

interface Page {
  readonly document: DocumentForMember;
  /** What its text shows now, for who sees it from now on. */
  readonly written: readonly WrittenFile[];
}

const saying = afterOn((page: Page) => paths.documentAccess(page.document));
const saved = (focus: string) => saying(words.saved, focus);
const ofDocument = gesturesOf(({ document }: Page) => ({ documentId: document.id }));
const role = choice(DOCUMENT_ROLES);

const gestures = {
  visibility: gesturesOf(({ document, written }: Page) => ({
    documentId: document.id,
    written: [...written],
  }))('documentAccess.setVisibility', {
    fields: { visibility: choice(VISIBILITIES) },
    done: saved('visibility'),
  }),
  givePerson: ofDocument('documentAccess.givePerson', {
    fields: { userId: text, role },
    done: saved('give'),
  }),
  giveOrganisation: ofDocument('documentAccess.giveOrganisation', {
    fields: { organisationId: text, role },
    done: saved('give'),
  }),
  remove: ofDocument('documentAccess.takeBack', { fields: { accessId: text }, done: saved('named') }),
  grantRequest: ofDocument('accessRequest.grant', {
    fields: { requestId: text, role },
    done: saying(asking.waiting.granted, 'requests'),
  }),
  declineRequest: ofDocument('accessRequest.decline', {
    fields: { requestId: text },
    done: saying(asking.waiting.declined, 'requests'),
  }),
};

/** Does what a form of the access page asks. */
export async function changeAccess(context: Context, document: DocumentForMember, form: FormData) {
  const written =
    gestureOf(form, gestures) === gestures.visibility ? await writtenFilesOf(context, document.id) : [];
  return act(context, form, gestures, { document, written });
}

/** [A8] What a document shows now, as its live text says. */
export async function writtenFilesOf(context: Context, documentId: string): Promise<readonly WrittenFile[]> {
  return (await readRoom(context, roomName({ kind: 'document', id: documentId }), 'writtenFiles')).value;
}

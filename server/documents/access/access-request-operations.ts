import { z } from 'zod';
import { answerRequest, askForAccess, withdrawRequest } from '#db/documents/access/access-requests.ts';
import { parseRequestMessage } from '#shared/documents/access/access-request.ts';
import { DOCUMENT_ROLES, type DocumentRole } from '#shared/documents/document-access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { Id, read } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { signedIn } from '../../people/rights.ts';
import { changeOf, type InDocument, inDocument, roomOf } from '../document-rights.ts';
import { ASKED_QUEUE } from './access-request-queue.ts';

const Answered = z.object({ documentId: Id, requestId: Id });

/** [A11] Requests for access to documents, with the mails that tell of them. */
export const accessRequestOperations = {
  /**
   * Asks for the document of an address, null for what is no id. The answer and the work are the same whether it exists or not, and so is
   * the count.
   */
  'accessRequest.ask': operation({
    input: z.object({
      documentId: Id.nullable(),
      role: z.enum(DOCUMENT_ROLES),
      message: read(parseRequestMessage),
    }),
    right: signedIn,
    share: { perDay: 20, refusal: 'accessRequest.tooMany' },
    refusals: {},
    async run({ tx, by: userId, now, newId, job }, { documentId, role, message }) {
      const requestId = newId();
      await askForAccess(tx, { requestId, documentId: documentId ?? '', userId, role, message, now });
      // Whom to tell, and whether at all, is found out later: here it would take longer for a document that exists.
      await job(ASKED_QUEUE, { requestId });
      return ok();
    },
  }),

  /** One's own. */
  'accessRequest.withdraw': operation({
    input: z.object({ documentId: Id }),
    right: inDocument('document.read'),
    refusals: {},
    run: async ({ tx, by: userId, document: { id: documentId } }) =>
      ok(await withdrawRequest(tx, { documentId, userId })),
  }),

  /** Gives a role by name, the one that was asked for or another. */
  'accessRequest.grant': operation({
    input: Answered.extend({ role: z.enum(DOCUMENT_ROLES) }),
    right: inDocument('document.organise'),
    refusals: { 'accessRequest.answered': '' },
    run: (act, { requestId, role }) => answer(act, requestId, role),
  }),

  'accessRequest.decline': operation({
    input: Answered,
    right: inDocument('document.organise'),
    refusals: { 'accessRequest.answered': '' },
    run: (act, { requestId }) => answer(act, requestId, null),
  }),
};

/** With the mail that says so; open pages are decided again. */
async function answer(act: Act & InDocument, requestId: string, role: DocumentRole | null) {
  const { tx, document, newId, after, mail, link } = act;
  const answered = await answerRequest(tx, { ...changeOf(act), requestId, role, accessId: newId() });
  if (!answered.ok) return answered;
  const { asker, title, granted, mayRead, askedAt } = answered.value;
  const words = granted
    ? frServer.mail.accessGranted({ title, role: granted })
    : frServer.mail.accessDeclined({ title: mayRead ? title : null, day: dates.short(askedAt) });
  const address = paths.document(mayRead ? { id: document.id, title } : { id: document.id });
  await mail(asker, { ...words, action: { label: words.action, href: link(address) } });
  after.recheck({ room: roomOf(document.id) });
  return answered;
}

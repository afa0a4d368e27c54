import type { RouterContextProvider } from 'react-router';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import type { DomainError } from '#shared/errors.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { review as words } from '#shared/reviews/review.fr.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { servicesContext } from '../context.ts';
import { forbidden, notFound } from '../kernel/access.server.ts';
import { afterOn } from '../kernel/done.server.ts';
import { type Gesture, gesturesOf, text } from '../kernel/gesture.server.ts';
import { notOurs, refuse } from '../kernel/refusal.server.ts';

interface RoundPage {
  readonly document: DocumentForMember;
  readonly roundId: string;
  readonly by: string;
}

const after = afterOn(({ roundId }: RoundPage) => reviewPaths.review(roundId));
const ofRound = gesturesOf(({ roundId }: RoundPage) => ({ roundId }));

/** Where a refusal is said. */
const FIELDS: Partial<Record<DomainError, string>> = {
  'comment.quoteNotFound': 'quote',
  'comment.passageInvalid': 'quote',
  'comment.empty': 'remark',
  'comment.tooLong': 'remark',
};

const remarking: Gesture<RoundPage> = {
  async perform(context, page, form) {
    const [quote, body] = [text(form.getAll('quote')), text(form.getAll('remark'))];
    if (quote === null || body === null) throw notOurs();
    const done = await remark(context, page, { quote, body });
    if (done.ok) return after(words.news.remarque, 'remarque')(null, page);
    if (done.error === 'access.notFound') throw notFound();
    return refuse({ [FIELDS[done.error] ?? '']: done.error }, { form: 'remark', quote, remark: body });
  },
};

/** What the buttons of a round do. */
export const roundGestures = {
  answer: ofRound('review.answer', {
    fields: { organisation: text, sha256: text, seen: text, answer: text, reason: text, confirmed: text },
    done: ({ isClosed }, page) =>
      after(isClosed ? words.news.close : words.news.repondu, 'reponses')(null, page),
  }),
  remark: remarking,
  withdraw: ofRound('review.withdraw', {
    fields: { withdrawn: text },
    done: after(words.news.retiree, 'reponses'),
  }),
};

/** [RV9] A remark becomes a thread of the document, on the words that it quotes. */
async function remark(
  context: Readonly<RouterContextProvider>,
  { document, by }: RoundPage,
  { quote, body }: { quote: string; body: string },
): Promise<Result<void, DomainError>> {
  if (!canInDocument(document, 'document.comment')) throw forbidden();
  const { operations, rooms, newId } = context.get(servicesContext);
  const quoted = quote.trim();
  const room = roomName({ kind: 'document', id: document.id });
  const asking = { by: { account: by } };
  const passage =
    quoted === '' ? null : await rooms.ask(room, 'passageQuoting', quoted, Number.MAX_SAFE_INTEGER, asking);
  if (!passage) return fail('comment.quoteNotFound');
  const done = await operations.run(
    'comment.start',
    { userId: by },
    { documentId: document.id, threadId: newId(), passage, commentId: newId(), body, mentions: [] },
  );
  if (done.ok) return done;
  const { error } = done;
  if (error === 'api.invalid') throw notOurs();
  return fail(error);
}

/** Ids of organisations as a form sends them. */
export function idsIn(form: FormData, name: string): string[] {
  return form
    .getAll(name)
    .flatMap((value) => (typeof value === 'string' ? (idOfSegment(value) ?? value.slice(0, 64)) : []));
}

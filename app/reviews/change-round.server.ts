import { type RouterContextProvider, redirect } from 'react-router';
import { z } from 'zod';
import { startThread } from '#db/documents/comment/comments.ts';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import type { DomainError } from '#shared/errors.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { SentSeq } from '#shared/kernel/sent-values.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { REVIEW_ANSWERS } from '#shared/reviews/review.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { servicesContext } from '../context.ts';
import { forbidden, notFound } from '../kernel/access.server.ts';
import { parseForm, refuse } from '../kernel/refusal.server.ts';
import { mayHoldReviews } from './may-hold.server.ts';

const Text = z.string().max(20_000);
const Gesture = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('answer'),
    organisation: z.string().max(64),
    sha256: z.string().max(64),
    seen: SentSeq,
    answer: z.enum(REVIEW_ANSWERS).optional(),
    reason: Text,
    confirmed: z.literal('oui').optional(),
  }),
  z.object({ intent: z.literal('remark'), quote: Text, remark: Text }),
  z.object({ intent: z.literal('withdraw'), withdrawn: Text }),
]);
type Gesture = z.output<typeof Gesture>;

/** Where a refusal is said. */
const FIELDS: Partial<Record<DomainError, string>> = {
  'review.answerMissing': 'answer',
  'review.unconfirmed': 'confirmed',
  'review.reasonMissing': 'reason',
  'review.reasonTooLong': 'reason',
  'comment.quoteNotFound': 'quote',
  'comment.passageInvalid': 'quote',
  'comment.empty': 'remark',
  'comment.tooLong': 'remark',
};

type Context = Readonly<RouterContextProvider>;
type On = { readonly document: DocumentForMember; readonly roundId: string; readonly by: string };

/** What the forms of a round do; each is refused where the person is, with what they typed. */
export async function changeRound(context: Context, on: On, form: FormData) {
  const gesture = parseForm(Gesture, form);
  const done = await run(context, on, gesture);
  if (done.ok) throw redirect(reviewPaths.review(on.roundId, { state: done.value }));
  if (done.error === 'access.notFound') throw notFound();
  const field = gesture.intent === 'withdraw' ? 'withdrawn' : (FIELDS[done.error] ?? '');
  return refuse({ [field]: done.error }, gesture);
}

async function run(context: Context, on: On, gesture: Gesture): Promise<Result<string, DomainError>> {
  const { reviews } = context.get(servicesContext);
  const { document, roundId, by } = on;
  if (gesture.intent === 'remark') return remark(context, on, gesture);
  if (gesture.intent === 'withdraw') {
    if (!(await mayHoldReviews(context, document))) throw forbidden();
    const withdrawn = await reviews.withdraw(roundId, by, gesture.withdrawn);
    return withdrawn.ok ? { ok: true, value: 'retiree' } : withdrawn;
  }
  const { organisation: organisationId, answer, confirmed, ...given } = gesture;
  if (!answer) return fail('review.answerMissing');
  if (!confirmed) return fail('review.unconfirmed');
  const answered = await reviews.answer(roundId, by, { ...given, organisationId, answer });
  return answered.ok ? { ok: true, value: answered.value.isClosed ? 'close' : 'repondu' } : answered;
}

/** [RV9] A remark becomes a thread of the document, on the words that it quotes. */
async function remark(
  context: Context,
  { document, by }: On,
  { quote, remark: body }: { quote: string; remark: string },
): Promise<Result<string, DomainError>> {
  if (!canInDocument(document, 'document.comment')) throw forbidden();
  const { db, rooms, now, newId } = context.get(servicesContext);
  const words = quote.trim();
  const room = roomName({ kind: 'document', id: document.id });
  const asking = { by: { account: by } };
  const passage =
    words === '' ? null : await rooms.ask(room, 'passageQuoting', words, Number.MAX_SAFE_INTEGER, asking);
  if (!passage) return fail('comment.quoteNotFound');
  const done = await startThread(db, {
    documentId: document.id,
    groupId: document.group.id,
    by,
    access: document.access,
    now: now(),
    threadId: newId(),
    passage,
    commentId: newId(),
    activityId: newId(),
    body,
    mentions: [],
  });
  if (!done.ok) return done;
  rooms.tellNews(room, 'comments');
  return { ok: true, value: 'remarque' };
}

/** The news that an address says. */
export function newsOf<Key extends string>(url: string, known: Readonly<Record<Key, string>>): string | null {
  const state = new URL(url).searchParams.get('etat');
  return state !== null && Object.hasOwn(known, state) ? known[state as Key] : null;
}

/** Ids of organisations as a form sends them. */
export function idsIn(form: FormData, name: string): string[] {
  return form
    .getAll(name)
    .flatMap((value) => (typeof value === 'string' ? (idOfSegment(value) ?? value.slice(0, 64)) : []));
}

import type { RouterContextProvider } from 'react-router';
import { z } from 'zod';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { review as words } from '#shared/reviews/review.fr.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { servicesContext } from '../context.ts';
import { goOn } from '../kernel/done.server.ts';
import { parseForm, refuseBy } from '../kernel/refusal.server.ts';
import { orUnavailable } from '../kernel/room-content.server.ts';
import { idsIn } from './change-round.server.ts';

const Typed = z.object({
  questions: z.string().max(20_000),
  deadline: z.string().max(40),
  quorum: z.string().max(10),
  replaces: z.string().max(64).default(''),
});

/** What a document says now, to the byte, for an operation that submits it. */
export async function textToSubmit(
  context: Readonly<RouterContextProvider>,
  { id, title }: { readonly id: string; readonly title: string },
) {
  const { exactTexts } = context.get(servicesContext);
  const room = roomName({ kind: 'document', id });
  const { exactText, seq } = await orUnavailable(context, room, (asking) =>
    exactTexts.read({ id, title }, asking),
  );
  return { title, exactText, seq };
}

/** [RV3] The form that opens a round on the text as it is now. */
export async function openRoundAt(
  context: Readonly<RouterContextProvider>,
  { document, by }: { readonly document: DocumentForMember; readonly by: string },
  form: FormData,
) {
  const typed = { ...parseForm(Typed, form), organisations: idsIn(form, 'organisations') };
  const asked = { ...typed, documentId: document.id, text: await textToSubmit(context, document) };
  const opened = await context.get(servicesContext).operations.run('review.open', { userId: by }, asked);
  if (!opened.ok) return refuseBy(opened, typed);
  const to = reviewPaths.review(opened.value.roundId);
  throw goOn(context, { to, said: words.news.ouverte, focus: null });
}

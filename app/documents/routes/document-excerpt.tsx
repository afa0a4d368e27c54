import { z } from 'zod';
import { EXCERPT_MODES } from '#shared/documents/excerpt/excerpt.ts';
import { servicesContext } from '../../context.ts';
import { parseForm } from '../../kernel/refusal.server.ts';
import { excerptRefusal } from '../excerpt/excerpts.server.ts';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-excerpt';

const words = z.string().regex(/^[0-9a-f]{64}$/);
const Gesture = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accept'), words }),
  z.object({ intent: z.literal('keep'), words }),
  z.object({ intent: z.literal('mode'), mode: z.enum(EXCERPT_MODES) }),
]);

/** [EC5] What taking the words of the source would change in an excerpt. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.write');
  const { updates } = context.get(servicesContext).excerpts;
  const asked = { documentId: document.id, excerptId: params.excerpt, by: member.id };
  const compared = await updates.compare(asked);
  if (!compared.ok) return excerptRefusal(compared.error);
  return Response.json(compared.value, { headers: { 'Cache-Control': 'private, no-store' } });
}

/** [EC5] Takes the words of the source, keeps those that stand there, freezes the excerpt or has it follow. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.write');
  const gesture = parseForm(Gesture, await request.formData());
  const { updates } = context.get(servicesContext).excerpts;
  const asked = { documentId: document.id, excerptId: params.excerpt, by: member.id };
  const done =
    gesture.intent === 'mode'
      ? await updates.setMode({ ...asked, mode: gesture.mode })
      : await updates[gesture.intent]({ ...asked, words: gesture.words });
  return done.ok ? Response.json({ done: true }) : excerptRefusal(done.error);
}

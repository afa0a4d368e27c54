import { z } from 'zod';
import { EXCERPT_MODES } from '#shared/documents/excerpt/excerpt.ts';
import { servicesContext } from '../../context.ts';
import { parseForm } from '../../kernel/refusal.server.ts';
import { excerptRefusal } from '../excerpt/excerpts.server.ts';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-excerpts';

const Choice = z.object({
  source: z.uuid(),
  /** Keys of blocks, a space between two. */
  keys: z.string().max(10_000),
  mode: z.enum(EXCERPT_MODES),
});

/** [EC1] Quotes blocks of another document: answers with what to put into the text. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireDocument(context, params.document, 'document.write');
  const { source, keys, mode } = parseForm(Choice, await request.formData());
  const quoted = await context.get(servicesContext).excerpts.quote({
    documentId: document.id,
    sourceId: source,
    keys: keys.split(' ').filter(Boolean),
    mode,
    by: member.id,
  });
  return quoted.ok ? Response.json(quoted.value) : excerptRefusal(quoted.error);
}

import type { ExcerptRefusal } from '#server/documents/excerpt/excerpt-updates.ts';
import { fr } from '#shared/words.fr.ts';
import { forbidden } from '../../kernel/access.server.ts';
import { notOurs } from '../../kernel/refusal.server.ts';

const ABSENT = new Set<ExcerptRefusal>(['access.notFound', 'excerpt.notFound', 'excerpt.sourceMissing']);

/** Why nothing was quoted or changed, in French, for the script that asked. */
export function excerptRefusal(error: ExcerptRefusal): Response {
  if (error === 'api.invalid') throw notOurs();
  if (error === 'access.forbidden') throw forbidden();
  return Response.json({ error: fr.errors[error] }, { status: ABSENT.has(error) ? 404 : 422 });
}

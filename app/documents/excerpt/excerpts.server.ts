import type { ExcerptError } from '#shared/documents/excerpt/excerpt-errors.ts';
import { fr } from '#shared/words.fr.ts';

const ABSENT = new Set<ExcerptError>(['excerpt.notFound', 'excerpt.sourceMissing']);

/** Why nothing was quoted or changed, in French, for the script that asked. */
export function excerptRefusal(error: ExcerptError): Response {
  return Response.json({ error: fr.errors[error] }, { status: ABSENT.has(error) ? 404 : 422 });
}

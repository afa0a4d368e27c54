import { createHash } from 'node:crypto';
import { z } from 'zod';
import { findExactText } from '#db/documents/history/exact-texts.ts';
import { readExactText } from '#shared/documents/history/exact-text.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { SIGNED_FORMATS } from '#shared/reviews/signed-formats.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { notMade } from '../../kernel/not-made.server.ts';
import { requireRound } from '../require-round.server.ts';
import type { Route } from './+types/review-file';

const Format = z.enum(['json', ...SIGNED_FORMATS]);

/** [RV1] [RV12] The exact text of a round to the byte, or once it was held the text with its approvals in a format, whose bytes are noted. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const asked = Format.safeParse(params.format);
  if (!asked.success || !context.get(memberContext)) throw notFound();
  const { member, document, round } = await requireRound(context, params.relecture);
  const { db, conversions, reviews, operations, origin } = context.get(servicesContext);
  const found = await findExactText(db, { documentId: document.id, sha256: round.text.sha256 });
  const text = found && readExactText(found.exactText);
  if (!text) throw notFound();
  if (asked.data === 'json')
    return new Response(found.exactText, {
      headers: {
        ...HEADERS,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': JSON_FILE,
      },
    });
  const { closedAt, outcome } = round;
  if (!closedAt || !outcome) throw notFound();
  const verification = origin + reviewPaths.verification(round.text.sha256);
  const sheet = reviews.sheet({ ...round, closedAt, outcome, sha256: round.text.sha256, verification });
  const made = await conversions.exportDocument(
    {
      documentId: document.id,
      userId: member.id,
      format: asked.data,
      withComments: false,
      text: { title: text.title, blocks: [...text.blocks, ...sheet], at: closedAt },
    },
    { signal: request.signal },
  );
  if (!made.ok) {
    if (made.error === 'access.notFound') throw notFound();
    throw notMade(made.error);
  }
  const { bytes, contentType, disposition } = made.value;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const noted = { roundId: round.id, sha256, format: asked.data };
  const kept = await operations.run('review.noteFile', { userId: member.id }, noted);
  if (!kept.ok) throw notFound();
  return new Response(bytes as BodyInit, {
    headers: {
      ...HEADERS,
      'Content-Type': contentType,
      'Content-Length': String(bytes.length),
      'Content-Disposition': disposition,
    },
  });
}

const JSON_FILE = 'attachment; filename="texte-exact.json"';
const HEADERS = {
  'Cache-Control': 'private, no-store, no-transform',
  'X-Content-Type-Options': 'nosniff',
} as const;

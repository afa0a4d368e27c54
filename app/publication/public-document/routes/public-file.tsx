import { z } from 'zod';
import { findPublishedFile } from '#db/publication/public-document/publications.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { fileAnswer, storedBody } from '../../../kernel/file-answer.server.ts';
import type { Route } from './+types/public-file';

const Rank = z.coerce.number().int().min(0).max(10_000);

/** [C10] A file of a published state, for anybody, as long as that state is published. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const rank = Rank.safeParse(params.rang);
  if (!rank.success) throw notFound();
  const { db, files } = context.get(servicesContext);
  const file = await findPublishedFile(db, { address: params.adresse, rank: rank.data });
  if (!file) throw notFound();
  return fileAnswer(file, await storedBody(files.read(file.storageKey)), 'no-cache');
}

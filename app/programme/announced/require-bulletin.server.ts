import type { RouterContextProvider } from 'react-router';
import { findBulletin } from '#db/programme/bulletin/bulletins.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import type { Bulletin } from '#shared/programme/bulletin/bulletin.ts';
import { servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { requirePerson } from './require-person.server.ts';

/** [AE1] The person and the announcement of an address segment, if they may read it. */
export async function requireBulletin(context: Readonly<RouterContextProvider>, segment: string | undefined) {
  const person = await requirePerson(context);
  const bulletinId = idOfSegment(segment);
  const { db } = context.get(servicesContext);
  const bulletin: Bulletin | null = bulletinId ? await findBulletin(db, { bulletinId, person }) : null;
  if (!bulletin) throw notFound();
  return { person, bulletin };
}

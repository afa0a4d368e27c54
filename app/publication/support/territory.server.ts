import type { RouterContextProvider } from 'react-router';
import { listOwnStructures, listTerritory } from '#db/publication/support/territory.ts';
import { isFacilitator } from '#shared/publication/support/territory.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';

/** [AT5] The desk of whoever works for a structure of the network; for everybody else it is absent. */
export async function requireTerritory(context: Readonly<RouterContextProvider>, cityId?: string) {
  const member = context.get(memberContext);
  if (!member?.organisation || !isFacilitator(member.organisation)) throw notFound();
  const { db, now } = context.get(servicesContext);
  const at = now();
  const own = await listOwnStructures(db, { userId: member.id, now: at });
  if (!own) throw notFound();
  return { structures: own.structures, cities: await listTerritory(db, { ...own, now: at, cityId }), at };
}

import { redirect } from 'react-router';
import { findInterest } from '#db/publication/adoption/adoption-interests.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { canInAdoption } from '#shared/publication/adoption/adoption-access.ts';
import { adoptionPaths } from '#shared/publication/adoption/adoption-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import type { Route } from './+types/adoption-interest';

/** [RP5] Leads to the check whoever reads it, and to its line in the list whoever knows the interest only. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const adoptionId = idOfSegment(params.reprise);
  const interest = adoptionId && (await findInterest(db, { adoptionId, userId, now: now() }));
  if (!adoptionId || !interest) throw notFound();
  const { role, city, sheet } = interest;
  throw redirect(
    canInAdoption(role, 'check.read')
      ? adoptionPaths.adoption({ id: adoptionId, title: sheet })
      : adoptionPaths.adoptions({ query: `${city} ${sheet}`.slice(0, 100) }),
  );
}

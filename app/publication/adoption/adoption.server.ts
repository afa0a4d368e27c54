import type { RouterContextProvider } from 'react-router';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { type AdoptionForReader, findAdoption } from '#db/publication/adoption/adoptions.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { workingGroups } from '#shared/people/group/group.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import { effortText } from '#shared/publication/adoption/effort.fr.ts';
import { passageUnder } from '#shared/publication/adoption/passage.ts';
import { type Member, servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';

type Context = Readonly<RouterContextProvider>;

/** The person and the check of an address segment, if they may read it; else 404. */
export async function requireAdoption(
  context: Context,
  segment: string | undefined,
): Promise<{ member: Member; adoption: AdoptionForReader }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const adoptionId = idOfSegment(segment);
  const adoption = adoptionId && (await findAdoption(db, { adoptionId, userId: member.id, now: now() }));
  if (!adoption) throw notFound();
  return { member, adoption };
}

/** What the questions of a sheet are drawn from. */
export function questionsOf({ facts, blocks }: Pick<AdoptionForReader['sheet'], 'facts' | 'blocks'>) {
  return {
    needs: facts.needs,
    effort: effortText(facts.effort),
    conditionsSaid: passageUnder(blocks, words.conditionsHeading).join(''),
  };
}

/** [RP8] Where this person may make boards: whether in the space of their organisation, and in which working groups. */
export async function listBoardGroups(context: Context, userId: string) {
  const { db, now } = context.get(servicesContext);
  const all = (await listGroupsForMember(db, { userId, now: now() })).filter(({ role }) =>
    canInGroup(role, 'board.create'),
  );
  return {
    hasSpace: all.some(({ organisationId }) => organisationId !== null),
    groups: workingGroups(all).map(({ id, name }) => ({ id, name })),
  };
}

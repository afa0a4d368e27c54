import { z } from 'zod';
import { markRead, recordGroupVisit, undoRead } from '#db/news/group-visits.ts';
import { markProgrammeRead, undoProgrammeRead } from '#db/news/programme-news.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { Id } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { SentInstant } from '#shared/kernel/sent-values.ts';
import { programmeNews } from '#shared/news/programme-news.fr.ts';
import { OF_PROGRAMME } from '#shared/news/programme-news.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { type ByPerson, inGroup, signedIn } from '../../people/rights.ts';

/** The news of the programme and of all groups of whoever reads, or of this one; up to the instant of the page that showed them. */
const Read = z.object({ groupId: z.union([Id, z.enum(['', OF_PROGRAMME])]), upTo: SentInstant });
const isOfProgramme = ({ groupId }: z.output<typeof Read>) => groupId === '' || groupId === OF_PROGRAMME;

/** [HV2] [HV4] [HV7] What people have seen of their groups. */
export const newsOperations = {
  /** Gives the name of the group, when it was of one alone, or that of the programme. */
  'news.read': operation({
    input: Read,
    right: signedIn,
    refusals: {},
    async run({ now, ...act }, read) {
      const { group, ...marked } = await readBy({ now, ...act }, read);
      await markRead(act.tx, { ...marked, now });
      if (isOfProgramme(read)) await markProgrammeRead(act.tx, { ...marked, now });
      return ok({ group });
    },
  }),

  /** Takes the last reading back, if it was up to this instant. */
  'news.unread': operation({
    input: Read,
    right: signedIn,
    refusals: {},
    async run(act, read) {
      const marked = await readBy(act, read);
      await undoRead(act.tx, marked);
      if (isOfProgramme(read)) await undoProgrammeRead(act.tx, marked);
      return ok();
    },
  }),

  /** Notes that somebody is in a group now, for its facilitators. */
  'group.visit': operation({
    input: z.object({ groupId: Id }),
    right: inGroup('group.read'),
    refusals: {},
    run: async ({ tx, by, now }, { groupId }) => ok(await recordGroupVisit(tx, { groupId, userId: by, now })),
  }),
};

async function readBy(
  { tx, by: userId, now }: Act & ByPerson,
  { groupId, upTo }: z.output<typeof Read>,
): Promise<{ userId: string; groupIds: string[]; group: string | null; upTo: Date }> {
  const own = await listGroupsForMember(tx, { userId, now });
  const meant = own.filter(({ id }) => groupId === '' || id === groupId);
  const named = groupId === OF_PROGRAMME ? programmeNews.title : (meant[0]?.name ?? null);
  const group = groupId === '' ? null : named;
  return { userId, groupIds: meant.map(({ id }) => id), group, upTo };
}

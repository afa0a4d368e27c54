import { dates } from '#shared/kernel/dates.fr.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { ReminderCause } from '#shared/people/reminder/reminder.ts';
import { listCardsOfGroup } from '../../boards/card/card-lists.ts';
import { listMissingTexts } from '../../documents/missing-texts.ts';
import type { Db } from '../../kernel/client.ts';
import { facilitatedBy } from '../../people/group/facilitator-rights.ts';
import { type GroupForMember, listGroupPeople } from '../../people/group/groups.ts';
import { listJoinRequests } from '../../people/member/join-requests.ts';
import { listReminders } from '../../people/reminder/reminders.ts';
import { findNextMeeting, listLastContributions, listMinutesToSubmit, listWaitingAccess } from './cockpit.ts';

const TEXTS = 8;

/** [CK1] [CK3] What a group's facilitators have to look after, as it is now; null for whoever does not facilitate it. `userId` asks. */
export async function loadCockpit(
  db: Db,
  { group, userId, now }: { group: GroupForMember; userId: string; now: Date },
) {
  const groupId = facilitatedBy(group);
  if (!groupId) return null;
  const asked = { groupId: group.id, now };
  const today = dates.iso(now);
  const [people, next, last, cards, reminded, joins, access, minutes, texts] = await Promise.all([
    listGroupPeople(db, asked),
    findNextMeeting(db, asked),
    listLastContributions(db, asked),
    listCardsOfGroup(db, asked),
    listReminders(db, { groupId }),
    listJoinRequests(db, { groupId, now }),
    listWaitingAccess(db, { groupId }),
    listMinutesToSubmit(db, asked),
    listMissingTexts(db, { groupId, userId, now, limit: TEXTS }),
  ]);
  const target =
    (cause: ReminderCause) =>
    ({ id, name }: { id: string; name: string }) => ({
      id,
      name,
      remindedAt: reminded.get(`${cause} ${id}`) ?? null,
    });
  const organisations = new Map<string, OrganisationBadge>();
  for (const { organisation } of people) if (organisation) organisations.set(organisation.id, organisation);
  const of = (id: string) => people.filter(({ organisation }) => organisation?.id === id);
  const cities = [...organisations.values()].map((organisation) => {
    const own = of(organisation.id);
    const moments = own.flatMap(({ id }) => last.get(id)?.getTime() ?? []);
    return {
      organisation,
      last: moments.length > 0 ? new Date(Math.max(...moments)) : null,
      targets: own.map(target('silence')),
    };
  });
  const due = cards.filter((card) => card.due !== null && card.due < today);
  const shares = [...organisations.values(), null].map((organisation) => {
    const own = due.filter((card) =>
      organisation
        ? card.organisationIds.includes(organisation.id)
        : !card.organisationIds.some((id) => organisations.has(id)),
    );
    const assigned = new Set(own.flatMap(({ assigneeIds }) => assigneeIds));
    const concerned = people.filter(({ id }) => assigned.has(id));
    const fallback = organisation ? of(organisation.id) : [];
    return {
      organisation,
      cards: own,
      targets: (concerned.length > 0 ? concerned : fallback).map(target('late')),
    };
  });
  return {
    next: next && { ...next, unanswered: next.unanswered.map(target('answer')) },
    cities: cities.sort((a, b) => (a.last?.getTime() ?? 0) - (b.last?.getTime() ?? 0)),
    late: shares.filter((share) => share.cards.length > 0),
    texts: texts.map((text) => ({
      ...text,
      targets: text.missing.flatMap((city) => city.people).map(target('text')),
    })),
    joins: joins.length,
    access,
    minutes,
  };
}

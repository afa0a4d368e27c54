import { inTransaction } from '#db/kernel/transaction.ts';
import { openDatePoll } from '#db/meetings/date-poll/date-poll-changes.ts';
import { openMeeting } from '#db/meetings/held/meeting-runs.ts';
import { planMeetings } from '#db/meetings/meeting/meetings.ts';
import { agendaItems } from '#db/meetings/meeting/schema.ts';
import { aGroup, aMember, anOrganisation, aPerson, type Site } from '#db/seed/builders/builders.ts';
import type { GroupRole } from '#shared/kernel/access/access.ts';

const HOUR = 3_600_000;
/** What a vote may choose between. */
export const FOR_OR_AGAINST = [
  { id: 'choix-1', label: 'Pour' },
  { id: 'choix-2', label: 'Contre' },
] as const;

/** A meeting of a group that begins so many hours after the site's clock, with two items; closed unless opened. */
export async function aMeeting(
  site: Site,
  { groupId, by, inHours = 1 }: { groupId: string; by: string; inHours?: number },
) {
  const id = site.newId();
  const startsAt = new Date(site.now().getTime() + inHours * HOUR);
  const wish = {
    groupId,
    by,
    now: site.now(),
    activityId: site.newId(),
    title: 'Séance de mars',
    place: 'Salle du conseil',
    link: '',
    description: '',
    occasions: [{ id, startsAt, endsAt: new Date(startsAt.getTime() + HOUR) }],
    series: null,
    isHeld: false,
    reminders: {},
  };
  const planned = await inTransaction(site.db, (tx) => planMeetings(tx, wish));
  if (!planned.ok) throw new Error(planned.error);
  const items = ['Relevés d’ombrage', 'Dates du printemps'].map((title, index) => ({
    id: site.newId(),
    meetingId: id,
    title,
    minutes: 20,
    status: 'accepted' as const,
    order: `a${index}`,
    createdAt: site.now(),
  }));
  await site.db.insert(agendaItems).values(items);
  return { id, startsAt, items: items.map(({ id: itemId }) => itemId) };
}

/** A poll of a group with two slots, in one and in two weeks; answers until the first. */
export async function aDatePoll(site: Site, { groupId, by }: { groupId: string; by: string }) {
  const id = site.newId();
  const slots = [7, 14].map((days) => {
    const startsAt = new Date(site.now().getTime() + days * 24 * HOUR);
    return { id: site.newId(), startsAt, endsAt: new Date(startsAt.getTime() + HOUR) };
  });
  const texts = { title: 'Séance de printemps', place: '', link: '', description: '' };
  const closesOn = new Date(site.now().getTime() + 6 * 24 * HOUR).toISOString().slice(0, 10);
  const wish = { id, groupId, by, now: site.now(), texts, closesOn, slots };
  const opened = await inTransaction(site.db, (tx) => openDatePoll(tx, wish));
  if (!opened.ok) throw new Error(opened.error);
  return { id, slotIds: slots.map((slot) => slot.id), closesOn };
}

/** A group with a person of each role, each of a city of their own, and its meeting, open. */
export async function anOpenMeeting(site: Site, groupId?: string) {
  const group = groupId ? { id: groupId } : await aGroup(site, { name: 'Nature en ville' });
  const member = async (role: GroupRole, name: string) => {
    const { id: organisationId } = await anOrganisation(site, { name: `Ville de ${name}` });
    const person = await aPerson(site, { name, organisationId });
    await aMember(site, { groupId: group.id, userId: person.id, role });
    return { ...person, organisationId };
  };
  const people = {
    claire: await member('facilitator', 'Claire'),
    yann: await member('contributor', 'Yann'),
    ines: await member('contributor', 'Inès'),
    observer: await member('observer', 'Odile'),
  };
  const meeting = await aMeeting(site, { groupId: group.id, by: people.claire.id });
  const change = (by: { id: string } = people.claire, now = site.now()) => ({
    meetingId: meeting.id,
    groupId: group.id,
    by: by.id,
    now,
    activityId: site.newId(),
  });
  const opened = await inTransaction(site.db, (tx) => openMeeting(tx, change()));
  if (!opened.ok) throw new Error(opened.error);
  return { group, people, meeting, change, outside: (await aGroup(site)).id };
}

/** What an operation was refused with; null when it was done. */
export async function refusalOf(done: Promise<{ ok: true } | { ok: false; error: string }>) {
  const result = await done;
  return result.ok ? null : result.error;
}

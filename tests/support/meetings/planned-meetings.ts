import type { Tx } from '#db/kernel/transaction.ts';
import { listMeetings, planMeetings } from '#db/meetings/meeting/meetings.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import type { Span } from '#shared/meetings/meeting/meeting.ts';
import type { Reminders } from '#shared/meetings/meeting/reminder.ts';
import { siteOf } from '../publication/site.ts';

export const meetingTexts = { title: 'Séance 6', place: 'Mairie', link: '', description: '' };
export const tuesdays: readonly Span[] = ['2023-03-21', '2023-03-28', '2023-04-04'].map((day) => ({
  startsAt: new Date(`${day}T13:00:00Z`),
  endsAt: new Date(`${day}T15:00:00Z`),
}));

/** A group that Aurélie facilitates, where Nadia writes and Étienne observes; another that Hakim facilitates. */
export async function meetingWorld(db: Tx, now: Date) {
  const site = siteOf(db, now);
  const [nature, heat] = [
    await aGroup(site, { name: 'Nature en ville' }),
    await aGroup(site, { name: 'Fraîcheur' }),
  ];
  const city = await anOrganisation(site, { name: 'Valmont-sur-Loire' });
  const aurelie = await aPerson(site, { name: 'Aurélie' });
  const nadia = await aPerson(site, { name: 'Nadia', organisationId: city.id });
  const [etienne, hakim] = [await aPerson(site, { name: 'Étienne' }), await aPerson(site, { name: 'Hakim' })];
  await aMember(site, { groupId: nature.id, userId: aurelie.id, role: 'facilitator' });
  await aMember(site, { groupId: nature.id, userId: nadia.id, role: 'contributor' });
  await aMember(site, { groupId: nature.id, userId: etienne.id, role: 'observer' });
  await aMember(site, { groupId: heat.id, userId: hakim.id, role: 'facilitator' });
  const list = (groupId = nature.id) => listMeetings(db, { groupIds: [groupId] });
  /** Plans these in one go; answers their ids. */
  async function plan(
    spans = tuesdays.slice(0, 1),
    {
      groupId = nature.id,
      title = meetingTexts.title,
      reminders = {},
    }: { groupId?: string; title?: string; reminders?: Reminders } = {},
  ) {
    const occasions = spans.map((span) => ({ ...span, id: site.newId() }));
    const planned = await planMeetings(db, {
      ...meetingTexts,
      title,
      isHeld: false,
      reminders,
      groupId,
      by: aurelie.id,
      now,
      activityId: site.newId(),
      occasions,
      series: spans.length > 1 ? { id: site.newId(), frequency: 'week' } : null,
    });
    if (!planned.ok) throw new Error(planned.error);
    return occasions.map(({ id }) => id);
  }
  const changeOf = (meetingId = '', by = aurelie.id, groupId = nature.id) => ({
    ...{ meetingId, groupId, by, now },
    activityId: site.newId(),
  });
  return {
    ...{ db, site, now, list, plan, changeOf },
    groups: { nature: nature.id, heat: heat.id },
    people: { aurelie: aurelie.id, nadia: nadia.id, etienne: etienne.id, hakim: hakim.id },
  };
}
export type MeetingWorld = Awaited<ReturnType<typeof meetingWorld>>;

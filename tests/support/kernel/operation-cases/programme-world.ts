import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Tx } from '#db/kernel/transaction.ts';
import { writeBulletin } from '#db/programme/bulletin/bulletin-changes.ts';
import { publishEvent, writeEvent } from '#db/programme/event/event-changes.ts';
import { createFacilitator } from '#db/programme/facilitator/facilitator-changes.ts';
import { facilitatorCities, territorialFacilitators } from '#db/programme/facilitator/schema.ts';
import { createIssue, trashIssue } from '#db/programme/local-issue/local-issue-changes.ts';
import { keepInterview, trashHeard } from '#db/programme/local-issue/local-issue-notes.ts';
import { missionDays, missionDeliverables, missionDeliveries } from '#db/programme/mission/schema.ts';
import { listSeasons } from '#db/programme/season/seasons.ts';
import { createTrack } from '#db/programme/track/tracks.ts';
import { writeNewsletter } from '#db/publication/newsletter/newsletter-changes.ts';
import { keepSupport } from '#db/publication/support/supports.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { aMission } from '#tests/support/programme/builders/mission-builders.ts';
import { siteOf } from '../../publication/site.ts';

export const INTERVIEW = {
  ...{ personName: 'Agnès', personFunction: '', personOrganisation: '' },
  ...{ metOn: '2023-02-20', notes: 'La cour est chaude.' },
};

const STRUCTURE = {
  kind: 'agency',
  ...{ name: 'Agence connue', offer: '', address: '', site: '', source: '' },
  ...{ contactName: '', contactEmail: '', contactPhone: '', certainty: '' },
} as const;

/** What a city has in the programme, for those who try every operation. */
export interface TriedProgramme {
  readonly missionId: string;
  readonly missionDayId: string;
  readonly deliveryId: string;
  readonly trackId: string;
  readonly issueId: string;
  readonly trashedIssueId: string;
  readonly interviewId: string;
  readonly trashedInterviewId: string;
  readonly facilitatorId: string;
  /** A draft. */
  readonly bulletinId: string;
  /** A draft. */
  readonly eventId: string;
  /** Published, public, of nobody yet. */
  readonly openEventId: string;
  /** A draft. */
  readonly newsletterId: string;
  /** What it did for the organisation. */
  readonly supportId: string;
  readonly seasonId: string;
}

interface Place {
  readonly organisationId: string;
  readonly themeId: string;
  readonly now: Date;
}

/** A draft of each announcement, and an event that is published. */
async function announcedBy(tx: Tx, by: { readonly now: Date; readonly by: string }) {
  const { now } = by;
  const bulletinId = randomUUID();
  const told = { title: 'Rencontre', text: 'En mars.', toldTo: 'programme' } as const;
  await writeBulletin(tx, { bulletinId, fields: told, ...by });
  const event = async () => {
    const eventId = randomUUID();
    const [startsAt, endsAt] = [1, 2].map((days) => new Date(now.getTime() + days * 86_400_000));
    const said = { title: 'Webinaire', description: '', place: 'Lyon', link: '', capacity: null };
    const fields = { ...said, toldTo: 'public', startsAt: startsAt ?? now, endsAt: endsAt ?? now } as const;
    await writeEvent(tx, { eventId, fields, ...by });
    return eventId;
  };
  const [eventId, openEventId] = [await event(), await event()];
  await publishEvent(tx, { eventId: openEventId, now });
  const newsletterId = randomUUID();
  const letter = { title: 'Mars', introduction: 'Bonjour', fromDay: '2023-03-01', toDay: '2023-03-31' };
  await writeNewsletter(tx, { newsletterId, fields: { ...letter, toldTo: 'programme' }, ...by });
  return { bulletinId, eventId, openEventId, newsletterId };
}

/** Makes one of each. */
export async function aTriedProgramme(
  tx: Tx,
  { organisationId, themeId, now }: Place,
): Promise<TriedProgramme> {
  const site = siteOf(tx, now);
  const firm = await anOrganisation(site, { kind: 'consultancy' });
  const consultant = await aPerson(site, { organisationId: firm.id });
  const { missionId } = await aMission(site, {
    ...{ firmId: firm.id, cityIds: [organisationId], consultantIds: [consultant.id], themeId },
    ...{ startsOn: '2023-03-01', endsOn: '2023-06-30' },
  });
  const [missionDayId, deliverableId, deliveryId] = [randomUUID(), randomUUID(), randomUUID()];
  await tx.insert(missionDays).values({
    ...{ id: missionDayId, missionId, organisationId, consultantId: consultant.id, day: '2023-03-10' },
    ...{ quarters: 4, work: 'Atelier', reason: '', loggedBy: consultant.id, loggedAt: now },
  });
  const made = { title: 'Plan', dueOn: null, createdBy: consultant.id, createdAt: now };
  await tx.insert(missionDeliverables).values({ id: deliverableId, missionId, ...made });
  await tx.insert(missionDeliveries).values({
    ...{ id: deliveryId, deliverableId, number: 1, note: '', submittedBy: consultant.id, submittedAt: now },
    ...{ fileName: 'a.pdf', contentType: 'application/pdf', bytes: 3, storageKey: 'x', sha256: 'a' },
  });
  const trackId = randomUUID();
  const fields = { title: 'Arbres', purpose: '', schemaName: '', isForCommonCore: false };
  await createTrack(tx, { trackId, fields, by: consultant.id, now });
  const by = { by: consultant.id, now };
  const issue = async () => {
    const issueId = randomUUID();
    const said = { title: 'Comment ombrager ?', context: '', themeId, organisationId };
    await createIssue(tx, { issueId, fields: said, rowId: randomUUID(), ...by });
    return issueId;
  };
  const [issueId, trashedIssueId] = [await issue(), await issue()];
  await trashIssue(tx, { issueId: trashedIssueId, trashedAt: now });
  const heard = { organisationId, fields: INTERVIEW, consent: null, newId: randomUUID, ...by };
  const [interviewId, trashedInterviewId] = [await keepInterview(tx, heard), await keepInterview(tx, heard)];
  await trashHeard(tx, { kind: 'interview', id: trashedInterviewId, trashedAt: now });
  const facilitatorId = randomUUID();
  await createFacilitator(tx, { id: facilitatorId, fields: STRUCTURE, areas: [], ...by });
  const announced = await announcedBy(tx, by);
  // The organisation is a structure of the network, and covers itself.
  await tx
    .update(territorialFacilitators)
    .set({ organisationId })
    .where(eq(territorialFacilitators.id, facilitatorId));
  await tx.insert(facilitatorCities).values({ facilitatorId, organisationId });
  const supportId = randomUUID();
  const helped = { kind: 'note', what: 'Une visite', doneOn: '2023-03-01', now } as const;
  await keepSupport(tx, {
    ...{ id: supportId, facilitatorId, cityId: organisationId, authorId: null },
    ...helped,
  });
  const [season] = await listSeasons(tx);
  return {
    ...{
      missionId,
      missionDayId,
      deliveryId,
      trackId,
      issueId,
      trashedIssueId,
      interviewId,
      trashedInterviewId,
    },
    ...{ ...announced, supportId, facilitatorId, seasonId: season?.id ?? '' },
  };
}

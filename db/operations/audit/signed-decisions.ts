import { applications } from '../../programme/application/schema.ts';
import {
  announcedDecisions,
  announcements,
  assessmentGivings,
  assessments,
  committeeDecisions,
} from '../../programme/assessment/schema.ts';
import { consultingMissions, missionDeliveries, missionVerdicts } from '../../programme/mission/schema.ts';
import { added, addedSince, is, listed, print, signedKind } from './signed-kind.ts';

/** [AS10] What a committee means to decide: the trail holds its fingerprint only, since it is announced later. */
export const committeeDecision = signedKind({
  table: committeeDecisions,
  speaksFor: 'person',
  columns: {
    applicationId: 'key',
    rank: 'key',
    callId: 'call',
    outcome: 'decision',
    waitingRank: 'decision',
    motivation: 'decision',
    decidedBy: 'signer',
    decidedAt: 'day',
  },
  actions: ['committee.decisionDrafted'],
  tell: ({ at, actorId, subjectId, said }) => [
    {
      key: [subjectId, said.rank],
      parentId: subjectId,
      facts: { call: is(said.call), decision: print(said.sha256), signer: is(actorId), day: is(at) },
    },
  ],
  untold: added,
  goesWith: applications,
  swept: ['decision'],
});

export const announcement = signedKind({
  table: announcements,
  speaksFor: 'person',
  columns: { id: 'key', callId: 'call', announcedAt: 'day', announcedBy: 'signer' },
  actions: ['committee.announced'],
  tell: ({ at, actorId, subjectId, said }) => [
    { key: [said.announcementId], facts: { call: is(subjectId), day: is(at), signer: is(actorId) } },
  ],
  untold: added,
});

/** [AS11] What candidates were told. Older lines name applications by their number, which says nothing of the rank. */
export const announcedDecision = signedKind({
  table: announcedDecisions,
  speaksFor: 'person',
  columns: {
    applicationId: 'key',
    rank: 'key',
    announcementId: 'announcement',
    outcome: 'outcome',
    waitingRank: 'waitingRank',
    motivation: 'motivation',
    announcedAt: 'day',
  },
  actions: ['committee.announced'],
  tell: ({ at, said }) =>
    listed(said.decisions).flatMap(({ application, rank, outcome, waitingRank, motivation }) =>
      application === undefined
        ? []
        : [
            {
              key: [application, rank],
              parentId: application,
              facts: {
                announcement: is(said.announcementId),
                outcome: is(outcome),
                waitingRank: is(waitingRank),
                motivation: print(motivation),
                day: is(at),
              },
            },
          ],
    ),
  untold: ({ announcedAt }, since) => addedSince(announcedAt, since),
  goesWith: applications,
  swept: ['motivation'],
});

/** [AS6] Marks as they were given. Older lines do not say whose assessment they are of. */
export const givenMarks = signedKind({
  table: assessmentGivings,
  speaksFor: 'person',
  columns: {
    assessmentId: 'key',
    rank: 'key',
    marks: 'marks',
    submissionRank: 'submission',
    givenAt: 'day',
  },
  actions: ['assessment.marksGiven', 'assessment.marksChanged'],
  tell: ({ at, said }) =>
    said.assessment === undefined
      ? []
      : [
          {
            key: [said.assessment, said.rank],
            parentId: said.assessment,
            facts: { marks: print(said.sha256), submission: is(said.submission), day: is(at) },
          },
        ],
  untold: ({ givenAt }, since) => addedSince(givenAt, since),
  goesWith: assessments,
  swept: ['marks'],
});

/** [MS7] A submission that was answered to. */
export const missionDelivery = signedKind({
  table: missionDeliveries,
  speaksFor: 'person',
  columns: {
    id: 'key',
    deliverableId: 'origin',
    number: 'number',
    documentId: 'free',
    seq: 'origin',
    exactText: 'words',
    fileName: 'origin',
    contentType: 'origin',
    bytes: 'origin',
    storageKey: 'origin',
    sha256: 'text',
    note: 'note',
    submittedBy: 'origin',
    submittedAt: 'origin',
  },
  actions: ['mission.deliveryAnswered'],
  tell: ({ subjectId, said }) => [
    {
      key: [said.deliveryId],
      parentId: subjectId,
      facts: {
        number: is(said.number),
        text: is(said.sha256),
        words: said.hasText === false ? is(null) : print(said.hasText && said.sha256),
        note: print(said.note),
        origin: print(said.origin),
      },
    },
  ],
  untold: () => 'unsigned',
  goesWith: consultingMissions,
  swept: ['origin', 'note'],
});

/** [MS7] What was answered to a deliverable, for whom. */
export const missionVerdict = signedKind({
  table: missionVerdicts,
  speaksFor: 'organisation',
  columns: {
    deliveryId: 'key',
    verdict: 'answer',
    reason: 'reason',
    organisationId: 'organisation',
    givenBy: 'signer',
    givenAt: 'day',
  },
  actions: ['mission.deliveryAnswered'],
  tell: ({ at, actorId, subjectId, said }) => [
    {
      key: [said.deliveryId],
      parentId: subjectId,
      facts: {
        answer: is(said.verdict),
        reason: is(said.reason),
        organisation: is(said.organisation),
        signer: is(actorId),
        day: is(at),
      },
    },
  ],
  untold: added,
  goesWith: consultingMissions,
  swept: ['reason'],
});

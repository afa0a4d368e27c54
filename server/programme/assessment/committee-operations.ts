import { z } from 'zod';
import { openExperiment } from '#db/programme/application/selected-applications.ts';
import { announceDecisions } from '#db/programme/assessment/announcements.ts';
import { balanceAssessors } from '#db/programme/assessment/assessments.ts';
import { draftDecision, setCommittee } from '#db/programme/assessment/committee.ts';
import { Id } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { CommitteeInput, DecisionInput } from '#shared/programme/assessment/committee-input.ts';
import { operation } from '../../kernel/operation.ts';
import { announcedLetters } from './announced-letters.ts';
import { changeOf } from './assessment-operations.ts';
import { chairing, deciding, inAssessment } from './assessment-rights.ts';

const OfCall = z.object({ callId: Id });
const OfApplication = z.object({ applicationId: Id });

/** [AS2] [AS10] [AS11] [AS14] [AS16] What committees decide, and whoever runs them. */
export const committeeOperations = {
  /** Gives how many applications were given to an assessor. */
  'committee.balance': operation({
    input: OfCall,
    right: chairing,
    refusals: { 'assessment.callOpen': '', 'assessment.tooFew': '' },
    run: ({ tx, chair, now, newId }, { callId }) => balanceAssessors(tx, { callId, chair, now, newId }),
  }),

  'committee.set': operation({
    input: OfCall.and(CommitteeInput),
    right: chairing,
    refusals: { 'committee.embargoInvalid': 'embargoAt' },
    run: ({ tx, by, now }, settings) => setCommittee(tx, { ...settings, userId: by, now }),
  }),

  /** With the mails to all candidates; gives how many decisions. */
  'committee.announce': operation({
    input: OfCall,
    right: chairing,
    refusals: { 'committee.embargoed': '', 'committee.undecided': '' },
    async run({ tx, by, now, newId, mail, link }, { callId }) {
      const announced = await announceDecisions(tx, { callId, userId: by, now, newId });
      if (!announced.ok) return announced;
      for (const { to, letter } of announcedLetters(announced.value, link)) await mail(to, letter);
      return ok(announced.value.length);
    },
  }),

  'committee.decide': operation({
    input: OfApplication.and(DecisionInput),
    right: deciding,
    refusals: { 'committee.rankTaken': 'waitingRank' },
    run: (act, { decision }) => draftDecision(act.tx, { ...changeOf(act), decision }),
  }),

  /** The experiment of a selected application. */
  'committee.openExperiment': operation({
    input: OfApplication,
    right: inAssessment('mayManage'),
    refusals: {
      'committee.notSelected': '',
      'committee.themeMissing': '',
      'title.empty': '',
      'title.tooLong': '',
      'experiment.dayInvalid': '',
      'experiment.periodReversed': '',
    },
    run: (act) => openExperiment(act.tx, { ...changeOf(act), newId: act.newId }),
  }),
};

import { z } from 'zod';
import { findPerson } from '#db/people/person/people.ts';
import { sayToAssessors } from '#db/programme/assessment/assessment-messages.ts';
import {
  assignAssessor,
  giveMarks,
  removeAssessor,
  saveDraft,
} from '#db/programme/assessment/assessments.ts';
import { askExpert, giveOpinion } from '#db/programme/assessment/expert-opinions.ts';
import { declareRecusal, liftRecusal } from '#db/programme/assessment/recusals.ts';
import { chosen, Id, PersonId, read } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { parseMessage, parseOpinion, parseRecusal } from '#shared/programme/assessment/assessment-text.ts';
import { committee } from '#shared/programme/assessment/committee.fr.ts';
import { COMMENT_MAX } from '#shared/programme/assessment/marks.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { inAssessment, type OnFacts } from './assessment-rights.ts';

const OfApplication = z.object({ applicationId: Id });
const Marks = z.record(
  z.string().max(100),
  z.object({ mark: z.number().nullable(), comment: z.string().max(COMMENT_MAX) }).optional(),
);
const words = committee.letter;

/** [AS1] to [AS7] [AS13] What those who assess an application do. */
export const assessmentOperations = {
  'assessment.assign': operation({
    input: OfApplication.extend({ assessorId: chosen('assessment.assessorInvalid') }),
    right: inAssessment('mayManage'),
    refusals: {
      'assessment.assessorInvalid': 'assessorId',
      'assessment.assessorTwice': 'assessorId',
      'assessment.recusedAssessor': 'assessorId',
      'assessment.decided': 'assessorId',
    },
    run: (act, { assessorId }) =>
      assignAssessor(act.tx, { ...changeOf(act), assessorId, assessmentId: act.newId() }),
  }),

  'assessment.unassign': operation({
    input: OfApplication.extend({ assessorId: PersonId }),
    right: inAssessment('mayManage'),
    refusals: { 'assessment.decided': '' },
    run: (act, { assessorId }) => removeAssessor(act.tx, { ...changeOf(act), assessorId }),
  }),

  'assessment.saveDraft': operation({
    input: OfApplication.extend({ marks: Marks, privateNotes: z.string().max(20_000) }),
    right: inAssessment('mayMark'),
    refusals: { 'assessment.decided': '' },
    run: (act, { marks, privateNotes }) => saveDraft(act.tx, { ...changeOf(act), marks, privateNotes }),
  }),

  /** Everything that is wrong is told at its own control. */
  'assessment.giveMarks': operation({
    input: OfApplication.extend({ marks: Marks }),
    right: inAssessment('mayMark'),
    refusals: {
      'assessment.decided': '',
      'assessment.markMissing': '',
      'assessment.markInvalid': '',
      'assessment.commentMissing': '',
      'assessment.commentTooLong': '',
    },
    run: (act, { marks }) => giveMarks(act.tx, { ...changeOf(act), marks }),
  }),

  /** [AS7] Once all of them have given their marks. */
  'assessment.say': operation({
    input: OfApplication.extend({ text: read(parseMessage) }),
    right: inAssessment('mayMark', 'mayManage'),
    refusals: { 'assessment.discussionClosed': 'text' },
    async run(act, { text }) {
      if (!act.access.mayDiscuss) return fail('assessment.discussionClosed');
      await sayToAssessors(act.tx, { ...changeOf(act), text, messageId: act.newId() });
      return ok();
    },
  }),

  'assessment.declareRecusal': operation({
    input: OfApplication.extend({ reason: read(parseRecusal) }),
    right: inAssessment('mayMark', 'mayManage'),
    refusals: { 'assessment.decided': 'reason' },
    run: (act, { reason }) => declareRecusal(act.tx, { ...changeOf(act), reason, recusalId: act.newId() }),
  }),

  'assessment.liftRecusal': operation({
    input: OfApplication.extend({ recusalId: Id }),
    right: inAssessment('mayManage'),
    refusals: { 'assessment.recusalNotFound': '' },
    run: (act, { recusalId }) => liftRecusal(act.tx, { ...changeOf(act), recusalId }),
  }),

  /** [AS13] By mail too. */
  'assessment.askExpert': operation({
    input: OfApplication.extend({ email: z.string().max(1_000), question: read(parseOpinion) }),
    right: inAssessment('mayManage'),
    refusals: { 'assessment.decided': 'email', 'assessment.expertInvalid': 'email' },
    async run(act, { email, question }) {
      const { tx, by, facts, mail, link } = act;
      const asked = await askExpert(tx, { ...changeOf(act), email, question, opinionId: act.newId() });
      if (!asked.ok) return asked;
      const name = (await findPerson(tx, by))?.name ?? '';
      await mail(asked.value, {
        subject: words.expert.subject(facts.title),
        paragraphs: [words.hello(asked.value.name), words.expert.about(name, facts.title), question],
        action: { label: words.expert.action, href: link(programmePaths.assessment(facts)) },
        notice: words.expert.notice,
      });
      return ok();
    },
  }),

  'assessment.giveOpinion': operation({
    input: OfApplication.extend({ opinion: read(parseOpinion) }),
    right: inAssessment('mayAdvise'),
    refusals: { 'assessment.decided': 'opinion' },
    run: (act, { opinion }) => giveOpinion(act.tx, { ...changeOf(act), opinion }),
  }),
};

/** What each gesture in an assessment says of itself. */
export function changeOf({ facts, by, now }: Act & OnFacts) {
  return { facts, userId: by, now };
}

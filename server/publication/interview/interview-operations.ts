import { z } from 'zod';
import { holdDocument } from '#db/documents/documents.ts';
import {
  describeInterview,
  type InterviewText,
  noteConsent,
  publishInterview,
  takeBackInterview,
  withdrawConsent,
} from '#db/publication/interview/published-interviews.ts';
import type { DocumentAction } from '#shared/documents/document-access.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { Id, Ticked } from '#shared/kernel/input.ts';
import type { PublishedInterviewError } from '#shared/publication/interview/interview-errors.ts';
import { parseConsent, parseInterview } from '#shared/publication/interview/published-interview.ts';
import { type InDocument, inDocument } from '../../documents/document-rights.ts';
import { type Act, operation, type Right } from '../../kernel/operation.ts';

const OfDocument = z.object({ documentId: Id });
const Said = z.string().max(20_000);
const Consent = z.object({ givenBy: Said, givenOn: Said, means: Said, coversImages: Ticked });

/** At which control each refusal is said. */
const AT: Readonly<Partial<Record<PublishedInterviewError, string>>> = {
  'publishedInterview.personMissing': 'personName',
  'publishedInterview.hookMissing': 'hook',
};
const BAD_CONSENT = {
  'publishedInterview.consentIncomplete': 'means',
  'publishedInterview.consentDayInvalid': 'givenOn',
  'publishedInterview.tooLong': '',
} as const;

/** Whoever may do this with the document of the input, which is held: gestures follow one another. */
function holding(action: DocumentAction): Right<{ readonly documentId: string }, InDocument> {
  return async (act, asker, input) => {
    await holdDocument(act.tx, input.documentId);
    return inDocument(action)(act, asker, input);
  };
}

/** [IV1] [IV2] [IV3] Interviews, the consent to them, and their publication. */
export const interviewOperations = {
  'publishedInterview.describe': operation({
    input: OfDocument.extend({
      personName: Said,
      personRole: Said,
      organisation: Said,
      hook: Said,
    }).transform(({ documentId, ...typed }, context) => {
      const fields = parseInterview(typed);
      if (fields.ok) return { documentId, fields: fields.value };
      const path = [AT[fields.error] ?? ''];
      context.addIssue({ code: 'custom', path, message: fields.error });
      return z.NEVER;
    }),
    right: holding('document.write'),
    refusals: { 'publishedInterview.isSheet': '', 'publishedInterview.isPublic': '' },
    run: (act, { fields }) => describeInterview(act.tx, { ...changeOf(act), fields }),
  }),

  /** `sha256`: of what the door read in the live room. */
  'publishedInterview.noteConsent': operation({
    input: OfDocument.extend({ ...Consent.shape, sha256: z.string().length(64) }),
    right: holding('document.write'),
    refusals: { ...BAD_CONSENT, 'publishedInterview.notDescribed': '' },
    async run(act, { documentId: _, sha256, ...typed }) {
      const consent = parseConsent(typed, parisDay(act.now));
      if (!consent.ok) return consent;
      return noteConsent(act.tx, { ...changeOf(act), consent: consent.value, sha256 });
    },
  }),

  'publishedInterview.withdrawConsent': operation({
    input: OfDocument.extend(Consent.shape),
    right: holding('document.write'),
    refusals: { ...BAD_CONSENT, 'publishedInterview.consentMissing': '' },
    async run(act, { documentId: _, ...typed }) {
      const consent = parseConsent(typed, parisDay(act.now));
      if (!consent.ok) return consent;
      const change = { ...changeOf(act), consent: consent.value, newId: act.newId };
      return withdrawConsent(act.tx, change);
    },
  }),

  /** `text`: what the door read in the live room; null while somebody writes in it. */
  'publishedInterview.publish': operation({
    input: OfDocument.extend({ text: z.custom<InterviewText | null>((text) => typeof text === 'object') }),
    right: holding('document.organise'),
    refusals: {
      'publishedInterview.notDescribed': '',
      'publishedInterview.otherText': '',
      'publishedInterview.consentMissing': '',
      'publishedInterview.imageConsentMissing': '',
    },
    run: (act, { text }) => publishInterview(act.tx, { ...changeOf(act), text, newId: act.newId }),
  }),

  'publishedInterview.takeBack': operation({
    input: OfDocument,
    right: holding('document.organise'),
    refusals: {},
    run: (act) => takeBackInterview(act.tx, { ...changeOf(act), newId: act.newId }),
  }),
};

function changeOf({ document, by, now }: Act & InDocument) {
  return { document, userId: by, now };
}

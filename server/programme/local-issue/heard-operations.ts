import { z } from 'zod';
import { isCity } from '#db/programme/local-issue/local-issue-changes.ts';
import {
  keepInterview,
  keepNote,
  noteConsent,
  trashHeard,
} from '#db/programme/local-issue/local-issue-notes.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { Id, readForm, Said, Ticked } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { checkMetOn, parseInterview, parseNote } from '#shared/programme/local-issue/local-issue.ts';
import { mayWriteLocalIssue } from '#shared/programme/local-issue/local-issue-access.ts';
import { operation } from '../../kernel/operation.ts';
import { onHeard, onInterview, readingIssues } from './local-issue-rights.ts';

const City = z.object({ city: z.string().max(64) });
const OfInterview = z.object({ interview: Id });

/** [LI2] Every field that is wrong is told at once. */
const InterviewInput = z
  .object({
    personName: Said,
    personFunction: Said,
    personOrganisation: Said,
    metOn: Said,
    notes: Said,
    consentNote: Said,
    hasConsent: Ticked,
  })
  .transform(readForm(parseInterview));
const NoteInput = z.object({ title: Said, url: Said, says: Said }).transform(readForm(parseNote));

const consenting = (isGiven: boolean) =>
  operation({
    input: OfInterview,
    right: onInterview,
    refusals: {},
    async run({ tx, held, by, now, newId }) {
      await noteConsent(tx, { interview: held, isGiven, id: newId(), by, now });
      return ok();
    },
  });

const trashing = (isInTrash: boolean) =>
  operation({
    input: z.object({ kind: z.enum(['interview', 'note']), id: Id }),
    right: onHeard(isInTrash),
    refusals: {},
    async run({ tx, now }, ref) {
      await trashHeard(tx, { ...ref, trashedAt: isInTrash ? null : now });
      return ok(ref);
    },
  });

const OF_CITY = { 'localIssue.cityNotYours': 'city', 'localIssue.cityMissing': 'city' } as const;

/** [LI2] [LI3] What a city heard and read, and whether it may be quoted. */
export const heardOperations = {
  'stakeholderInterview.keep': operation({
    input: City.and(InterviewInput),
    right: readingIssues,
    refusals: { ...OF_CITY, 'localIssue.dayInFuture': 'metOn' },
    async run({ tx, by, person, now, newId }, { city: organisationId, fields, consent }) {
      if (!mayWriteLocalIssue(person, organisationId)) return fail('localIssue.cityNotYours');
      const checked = checkMetOn(fields.metOn, parisDay(now));
      if (!checked.ok) return checked;
      if (!(await isCity(tx, organisationId))) return fail('localIssue.cityMissing');
      return ok({ id: await keepInterview(tx, { organisationId, fields, consent, newId, by, now }) });
    },
  }),

  'watchNote.keep': operation({
    input: City.and(NoteInput),
    right: readingIssues,
    refusals: OF_CITY,
    async run({ tx, by, person, now, newId }, { city: organisationId, fields }) {
      if (!mayWriteLocalIssue(person, organisationId)) return fail('localIssue.cityNotYours');
      if (!(await isCity(tx, organisationId))) return fail('localIssue.cityMissing');
      const id = newId();
      await keepNote(tx, { id, organisationId, fields, by, now });
      return ok({ id });
    },
  }),

  /** [LI8] An interview or a watch note. */
  'heard.trash': trashing(false),
  'heard.restore': trashing(true),

  'stakeholderInterview.giveConsent': consenting(true),
  /** From then on nobody beyond the city reads the quotation. */
  'stakeholderInterview.withdrawConsent': consenting(false),
};

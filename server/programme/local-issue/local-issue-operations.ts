import { z } from 'zod';
import {
  changeIssue,
  createIssue,
  leaveIssue,
  linkExperiment,
  linkSource,
  shareIssue,
  trashIssue,
  unlinkExperiment,
  unlinkSource,
} from '#db/programme/local-issue/local-issue-changes.ts';
import { Id, readForm, Said } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { parseIssue } from '#shared/programme/local-issue/local-issue.ts';
import { mayWriteLocalIssue } from '#shared/programme/local-issue/local-issue-access.ts';
import { operation } from '../../kernel/operation.ts';
import { readingIssue, readingIssues, takingIssueBack, writingIssue } from './local-issue-rights.ts';

const OfIssue = z.object({ issueId: Id });
/** Whatever is chosen among others is looked for among them. */
const Chosen = z.string().max(64);
const Typed = z.object({ title: Said, context: Said, theme: Chosen });
const OfExperiment = OfIssue.extend({ experiment: Chosen });

/** What a challenge comes from, as a list of both kinds has it. */
const Source = z
  .string()
  .max(80)
  .transform((of) => {
    const [kind, key = ''] = of.split(':');
    return kind === 'note' ? { watchNoteId: key } : { interviewId: key };
  });

/** [LI1] [LI4] [LI5] [LI7] Local challenges. */
export const localIssueOperations = {
  /** Of a city, which then shares it; of the programme where none is named. */
  'localIssue.create': operation({
    input: Typed.extend({ city: Chosen }).transform(readForm(parseIssue)),
    right: readingIssues,
    refusals: {
      'localIssue.cityNotYours': 'city',
      'localIssue.cityMissing': 'city',
      'localIssue.themeMissing': 'theme',
    },
    run({ tx, by, person, now, newId }, { fields }) {
      if (!mayWriteLocalIssue(person, fields.organisationId))
        return Promise.resolve(fail('localIssue.cityNotYours'));
      return createIssue(tx, { issueId: newId(), fields, rowId: newId(), by, now });
    },
  }),

  'localIssue.change': operation({
    input: OfIssue.and(
      Typed.transform(readForm((typed: z.output<typeof Typed>) => parseIssue({ ...typed, city: '' }))),
    ),
    right: writingIssue,
    refusals: { 'localIssue.themeMissing': 'theme' },
    run: ({ tx, issue, now }, { fields: { organisationId: _, ...fields } }) =>
      changeIssue(tx, { issueId: issue.id, fields, now }),
  }),

  'localIssue.trash': operation({
    input: OfIssue,
    right: writingIssue,
    refusals: {},
    async run({ tx, issue: { id, title }, now }) {
      await trashIssue(tx, { issueId: id, trashedAt: now });
      return ok({ id, title });
    },
  }),

  'localIssue.restore': operation({
    input: OfIssue,
    right: takingIssueBack,
    refusals: {},
    async run({ tx, issue: { id, title } }) {
      await trashIssue(tx, { issueId: id, trashedAt: null });
      return ok({ id, title });
    },
  }),

  /** By the city of whoever asks. */
  'localIssue.share': operation({
    input: OfIssue,
    right: readingIssue,
    refusals: { 'localIssue.noCity': '' },
    run: ({ tx, issue, by, person, now, newId }) =>
      shareIssue(tx, { issue, organisationId: person.organisationId, rowId: newId(), by, now }),
  }),

  'localIssue.leave': operation({
    input: OfIssue,
    right: readingIssue,
    refusals: { 'localIssue.noCity': '', 'localIssue.ownCity': '' },
    run: ({ tx, issue, by, person, now }) =>
      leaveIssue(tx, { issue, organisationId: person.organisationId, by, now }),
  }),

  'localIssue.linkSource': operation({
    input: OfIssue.extend({
      of: Source,
      quotation: z
        .string()
        .max(2_000)
        .transform((typed) => typed.trim()),
    }),
    right: writingIssue,
    refusals: { 'localIssue.sourceNotOfCity': 'of' },
    run: ({ tx, issue, by, person, now, newId }, { of, quotation }) =>
      linkSource(tx, { issue, person, of, quotation, rowId: newId(), by, now }),
  }),

  'localIssue.unlinkSource': operation({
    input: OfIssue.extend({ source: Chosen }),
    right: writingIssue,
    refusals: {},
    async run({ tx, issue }, { source: sourceId }) {
      await unlinkSource(tx, { issueId: issue.id, sourceId });
      return ok();
    },
  }),

  'localIssue.linkExperiment': operation({
    input: OfExperiment,
    right: writingIssue,
    refusals: { 'localIssue.experimentNotFound': 'experiment' },
    run: ({ tx, issue, by, now }, { experiment: experimentId }) =>
      linkExperiment(tx, { issueId: issue.id, experimentId, userId: by, now }),
  }),

  'localIssue.unlinkExperiment': operation({
    input: OfExperiment,
    right: writingIssue,
    refusals: { 'localIssue.experimentNotFound': 'experiment' },
    run: ({ tx, issue, by, now }, { experiment: experimentId }) =>
      unlinkExperiment(tx, { issueId: issue.id, experimentId, userId: by, now }),
  }),
};

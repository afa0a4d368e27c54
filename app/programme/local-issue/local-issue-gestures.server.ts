import { data, type RouterContextProvider } from 'react-router';
import { listSimilarIssues } from '#db/programme/local-issue/local-issues.ts';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../context.ts';
import { afterOn, type Done } from '../../kernel/done.server.ts';
import { choice, gesturesOf, text } from '../../kernel/gesture.server.ts';

/** The challenge whose page it is. */
export interface IssuePage {
  readonly issue: { readonly id: string; readonly title: string };
}

const ofIssue = gesturesOf(({ issue }: IssuePage) => ({ issueId: issue.id }));
const { news } = words;
const after = afterOn(({ issue }: IssuePage) => programmePaths.localIssue(issue));
const [SHARING, SOURCES, EXPERIMENTS] = ['sharing', 'sources', 'experiments'];
const whole = () => '';
const NOT_FOUND = { 'localIssue.experimentNotFound': '' } as const;
const fields = { title: text, context: text, theme: text };

/** [LI1] What the form of a new challenge does. */
export const newIssueGestures = {
  save: gesturesOf(() => ({}))('localIssue.create', {
    fields: { ...fields, city: text },
    done: (made) => ({ to: programmePaths.localIssue(made), said: news.created, focus: null }),
  }),
};

/** [LI1] What the form of a challenge that is there does. */
export const issueEditGestures = {
  save: ofIssue('localIssue.change', {
    fields,
    done: (made) => ({ to: programmePaths.localIssue(made), said: news.changed, focus: null }),
  }),
};

/** [LI1] [LI4] [LI5] [LI7] What the buttons of the page of a challenge do. */
export const issueGestures = {
  join: ofIssue('localIssue.share', { fields: {}, form: whole, done: after(news.joined, SHARING) }),
  leave: ofIssue('localIssue.leave', { fields: {}, form: whole, done: after(news.left, SHARING) }),
  trash: ofIssue('localIssue.trash', {
    fields: {},
    form: whole,
    done: ({ id }) => ({
      ...{ to: programmePaths.localIssues(), said: news.trashed, focus: null },
      undo: { label: words.undo, fields: { intent: 'restore', issueId: id } },
    }),
  }),
  link: ofIssue('localIssue.linkSource', {
    fields: { of: text, quotation: text },
    form: () => 'link',
    done: after(news.sourceLinked, SOURCES),
  }),
  unlink: ofIssue('localIssue.unlinkSource', {
    fields: { source: text },
    form: whole,
    done: after(news.sourceUnlinked, SOURCES),
  }),
  linkExperiment: ofIssue('localIssue.linkExperiment', {
    fields: { experiment: text },
    form: whole,
    at: NOT_FOUND,
    done: after(news.experimentLinked, EXPERIMENTS),
  }),
  unlinkExperiment: ofIssue('localIssue.unlinkExperiment', {
    fields: { experiment: text },
    form: whole,
    at: NOT_FOUND,
    done: after(news.experimentUnlinked, EXPERIMENTS),
  }),
};

/** [LI1] What the buttons beside the challenges that were thrown away do. */
export const trashedIssueGestures = {
  restore: gesturesOf(() => ({}))('localIssue.restore', {
    fields: { issueId: text },
    form: whole,
    done: (made) => ({ to: programmePaths.localIssue(made), said: news.restored, focus: null }),
  }),
};

const HEARD_KINDS = ['interview', 'note'] as const;
const ofHeard = gesturesOf(() => ({}));
const heardNews =
  (said: string, focus: string): (() => Done) =>
  () => ({ to: programmePaths.heard(), said, focus });

/** [LI2] [LI3] [LI8] What the buttons of the page of what a city heard do. */
export const heardGestures = {
  interview: ofHeard('stakeholderInterview.keep', {
    fields: {
      city: text,
      personName: text,
      personFunction: text,
      personOrganisation: text,
      metOn: text,
      notes: text,
      consentNote: text,
      hasConsent: text,
    },
    form: () => 'interview',
    done: heardNews(news.interview, 'interviews'),
  }),
  note: ofHeard('watchNote.keep', {
    fields: { city: text, title: text, url: text, says: text },
    form: () => 'note',
    done: heardNews(news.note, 'veille'),
  }),
  trash: ofHeard('heard.trash', {
    fields: { kind: choice(HEARD_KINDS), id: text },
    form: whole,
    done: (ref) => ({
      ...{ to: programmePaths.heard(), said: news.heardTrashed, focus: null },
      undo: { label: words.undo, fields: { intent: 'restore', ...ref } },
    }),
  }),
  restore: ofHeard('heard.restore', {
    fields: { kind: choice(HEARD_KINDS), id: text },
    form: whole,
    done: heardNews(news.heardRestored, 'interviews'),
  }),
  give: ofHeard('stakeholderInterview.giveConsent', {
    fields: { interview: text },
    form: whole,
    done: heardNews(news.consentGiven, 'interviews'),
  }),
  withdraw: ofHeard('stakeholderInterview.withdrawConsent', {
    fields: { interview: text },
    form: whole,
    done: heardNews(news.consentWithdrawn, 'interviews'),
  }),
};

/** [LI6] Challenges that are near what is typed, for a form that asks (`look`) before it is sent; null for one that is sent. */
export async function lookedFirst(
  context: Readonly<RouterContextProvider>,
  form: FormData,
  { userId, except }: { userId: string; except?: string },
) {
  if (form.get('intent') !== 'look') return null;
  const values: Partial<Record<string, string>> = { form: 'save' };
  for (const name of ['title', 'context', 'theme', 'city']) values[name] = text(form.getAll(name)) ?? '';
  const { db, now } = context.get(servicesContext);
  const words = `${values.title} ${values.context}`;
  const asked = { userId, now: now(), text: words, ...(except && { except }) };
  const errors: Partial<Record<string, string>> = {};
  return data({ errors, values, similar: await listSimilarIssues(db, asked) });
}

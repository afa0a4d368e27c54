import { type RouterContextProvider, redirect } from 'react-router';
import { publishSynthesis, withdrawSynthesis } from '#db/publication/synthesis/public-syntheses.ts';
import { beginSynthesis, editSynthesis, type SeasonSynthesis } from '#db/publication/synthesis/syntheses.ts';
import { addChapter, setChapterRemoved, shiftChapter } from '#db/publication/synthesis/synthesis-chapters.ts';
import type { DomainError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import type { SynthesisError } from '#shared/publication/synthesis/synthesis-errors.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { type Member, servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { choiceOf, refuse } from '../../kernel/refusal.server.ts';
import { readWhole } from './load-whole.server.ts';

type Context = Readonly<RouterContextProvider>;
type Typed = Readonly<Record<string, string>>;
type News = keyof typeof words.news;

const FIELDS: Partial<Record<SynthesisError | 'title.empty' | 'title.tooLong', string>> = {
  'title.empty': 'title',
  'title.tooLong': 'title',
  'synthesis.groupMissing': 'group',
  'synthesis.dueMissing': 'due',
  'synthesis.dueInvalid': 'due',
  'synthesis.notApproved': 'anyway',
};
const ADD_FIELDS: typeof FIELDS = {
  'title.empty': 'chapterTitle',
  'title.tooLong': 'chapterTitle',
  'synthesis.dueInvalid': 'chapterDue',
  'synthesis.ownerNotFound': 'owner',
};

const INTENTS = [
  'settings',
  'add',
  'assemble',
  'publish',
  'withdraw',
  'up',
  'down',
  'remove',
  'putBack',
] as const;

/** What the forms of the page do; each is refused where the person is, with what they typed. */
export async function changeSynthesis(
  context: Context,
  found: SeasonSynthesis & { member: Member },
  typed: Typed,
) {
  const { season } = found;
  const { done, news } = await run(context, found, typed);
  if (done.ok || done.error === 'synthesis.exists')
    throw redirect(synthesisPaths.synthesis({ season: season.number, state: done.ok ? news : '' }));
  if (done.error === 'access.notFound') throw notFound();
  if (done.error === 'access.forbidden') throw forbidden();
  const fields: Readonly<Partial<Record<DomainError, string>>> = typed.intent === 'add' ? ADD_FIELDS : FIELDS;
  return refuse({ [fields[done.error] ?? '']: done.error }, typed);
}

async function run(
  context: Context,
  { member, season, synthesis }: SeasonSynthesis & { member: Member },
  typed: Typed,
): Promise<{ done: Result<unknown, DomainError>; news: News }> {
  const { db, now, newId, synthesisAssembly } = context.get(servicesContext);
  const asker = { userId: member.id, now: now() };
  const { title = '', due: dueOn = '', chapter: chapterId = '' } = typed;
  if (!synthesis) {
    choiceOf(typed.intent, ['begin']);
    const given = { synthesisId: newId(), seasonId: season.id, groupId: typed.group ?? '' };
    return { done: await beginSynthesis(db, { ...asker, ...given, title, dueOn }), news: 'commencee' };
  }
  const on = { ...asker, synthesisId: synthesis.id };
  switch (choiceOf(typed.intent, INTENTS)) {
    case 'settings':
      return { done: await editSynthesis(db, { ...on, title, dueOn }), news: 'enregistree' };
    case 'add': {
      const { chapterTitle = '', owner: ownerId = '', chapterDue = '' } = typed;
      const ids = { chapterId: newId(), documentId: newId(), newId };
      const given = { ...ids, title: chapterTitle, ownerId, dueOn: chapterDue };
      return { done: await addChapter(db, { ...on, ...given }), news: 'ajoute' };
    }
    case 'assemble': {
      const given = { synthesisId: synthesis.id, userId: member.id, isConfirmed: typed.anyway === 'on' };
      return { done: await synthesisAssembly.assemble(given), news: 'prepare' };
    }
    case 'publish': {
      const text = await readWhole(context, synthesis.id);
      return { done: await publishSynthesis(db, { ...on, text, newId }), news: 'publiee' };
    }
    case 'withdraw':
      return { done: await withdrawSynthesis(db, { ...on, newId }), news: 'depubliee' };
    case 'up':
      return { done: await shiftChapter(db, { ...on, chapterId, by: -1 }), news: 'ordre' };
    case 'down':
      return { done: await shiftChapter(db, { ...on, chapterId, by: 1 }), news: 'ordre' };
    case 'remove':
      return { done: await setChapterRemoved(db, { ...on, chapterId, isRemoved: true }), news: 'retire' };
    case 'putBack':
      return { done: await setChapterRemoved(db, { ...on, chapterId, isRemoved: false }), news: 'remis' };
  }
}

import { type RouterContextProvider, redirect } from 'react-router';
import { editChapter } from '#db/publication/synthesis/synthesis-chapters.ts';
import { setChapterCities } from '#db/publication/synthesis/synthesis-cities.ts';
import { moveChapter } from '#db/publication/synthesis/synthesis-steps.ts';
import type { DomainError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { seenIn } from '#shared/kernel/sent-values.ts';
import { CHAPTER_STATES } from '#shared/publication/synthesis/chapter-state.ts';
import type { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { choiceOf, refuse } from '../../kernel/refusal.server.ts';
import { readTyped } from '../../programme/experiment/answer.server.ts';
import { idsIn } from '../../reviews/change-round.server.ts';
import { putFigure } from './figure.server.ts';
import type { requireChapter } from './load-synthesis.server.ts';

type Context = Readonly<RouterContextProvider>;
type Found = Awaited<ReturnType<typeof requireChapter>>;
type Typed = Readonly<Record<string, string>>;

const FIELDS: Readonly<Partial<Record<DomainError, string>>> = {
  'synthesis.dueInvalid': 'due',
  'synthesis.ownerNotFound': 'owner',
  'synthesis.cityNotFound': 'cities',
  'synthesis.reasonMissing': 'reason',
  'synthesis.reasonTooLong': 'reason',
};

/** What the forms of a chapter do; each is refused where the person is, with what they typed. */
export async function changeChapter(context: Context, found: Found, form: FormData) {
  const typed = readTyped(form);
  const { done, news } = await run(context, found, typed, idsIn(form, 'cities'));
  if (done.ok) throw redirect(synthesisPaths.chapter(found.chapter, { state: news }));
  if (done.error === 'access.notFound') throw notFound();
  if (done.error === 'access.forbidden') throw forbidden();
  return refuse({ [FIELDS[done.error] ?? '']: done.error }, typed);
}

async function run(
  context: Context,
  { member, chapter }: Found,
  typed: Typed,
  organisationIds: readonly string[],
): Promise<{ done: Result<unknown, DomainError>; news: keyof typeof words.news }> {
  const { db, now, newId, rooms, cityReminders } = context.get(servicesContext);
  const on = { chapterId: chapter.id, userId: member.id, now: now() };
  const intent = choiceOf(typed.intent, ['step', 'remind', 'figure', 'cities', 'edit']);
  if (intent === 'step') {
    const to = choiceOf(typed.to, CHAPTER_STATES);
    const seen = seenIn(typed.seen);
    return { done: await moveChapter(db, { ...on, to, reason: typed.reason ?? '', seen }), news: 'etat' };
  }
  if (intent === 'remind') {
    const given = { chapterId: chapter.id, organisationId: typed.city ?? '', by: member };
    return { done: await cityReminders.send(given), news: 'relance' };
  }
  if (intent === 'figure') {
    const put = await putFigure(context, chapter, { figure: typed.figure ?? '', userId: member.id });
    return { done: put, news: put.ok && !put.value.isNew ? 'rafraichi' : 'donnees' };
  }
  const isCities = intent === 'cities';
  const done = isCities
    ? await setChapterCities(db, { ...on, organisationIds, newId })
    : await editChapter(db, { ...on, ownerId: typed.owner, dueOn: typed.due ?? '', newId });
  if (done.ok) rooms.recheck({ room: roomName({ kind: 'document', id: chapter.documentId }) });
  return { done, news: isCities ? 'villes' : 'chapitre' };
}

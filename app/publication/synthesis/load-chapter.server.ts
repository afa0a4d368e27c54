import type { RouterContextProvider } from 'react-router';
import { findHeadSeq } from '#db/documents/history/document-history.ts';
import { findSeasonNumber } from '#db/publication/synthesis/syntheses.ts';
import {
  listContributions,
  listExpectedCities,
  listPossibleCities,
} from '#db/publication/synthesis/synthesis-cities.ts';
import { listPossibleOwners } from '#db/publication/synthesis/synthesis-people.ts';
import { listCityReminders } from '#db/publication/synthesis/synthesis-reminders.ts';
import { listChapterSteps } from '#db/publication/synthesis/synthesis-steps.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { paths } from '#shared/paths.ts';
import { figuresFor } from '#shared/publication/synthesis/figures.ts';
import { canInSynthesis } from '#shared/publication/synthesis/synthesis-access.ts';
import { servicesContext } from '../../context.ts';
import type { requireChapter } from './load-synthesis.server.ts';

/** Everything that the page of a chapter shows to this person. */
export async function loadChapter(
  context: Readonly<RouterContextProvider>,
  { chapter }: Awaited<ReturnType<typeof requireChapter>>,
) {
  const { db, now } = context.get(servicesContext);
  const steps = await listChapterSteps(db, chapter.id);
  const canManage = canInSynthesis(chapter.role, 'synthesis.manage');
  const document = { id: chapter.documentId, title: chapter.title };
  const head = await findHeadSeq(db, document.id);
  const [last] = steps;
  const canEdit = canInSynthesis(chapter.role, 'chapter.edit');
  const expected = (await listExpectedCities(db, chapter.synthesisId)).get(chapter.id) ?? [];
  const written = (await listContributions(db, chapter.synthesisId)).filter(
    ({ chapterId }) => chapterId === chapter.id,
  );
  const reminded = await listCityReminders(db, chapter.id);
  const possible = canEdit ? await listPossibleCities(db, chapter.seasonId) : [];
  const isApproved = chapter.state === 'approved' && last !== undefined && chapter.isTextThere;
  return {
    chapter: { ...chapter, season: await findSeasonNumber(db, chapter.seasonId) },
    steps,
    since: isApproved
      ? {
          changes: head - last.seq,
          compare: paths.documentComparison(document, { from: last.seq, to: head }),
        }
      : null,
    canEdit,
    canRemind: canInSynthesis(chapter.role, 'chapter.remind'),
    figures: chapter.isTextThere ? figuresFor(chapter.role) : [],
    missing: expected
      .filter(({ id }) => !written.some(({ organisation }) => organisation.id === id))
      .map((city) => {
        const remindedAt = reminded.get(city.id) ?? null;
        return { ...city, remindedAt, isFree: !remindedAt || parisDay(remindedAt) < parisDay(now()) };
      }),
    expected: expected.map(({ id }) => id),
    cities: uniqueById([...possible, ...expected]),
    canManage,
    people: await listPossibleOwners(db, chapter.role),
    today: parisDay(now()),
  };
}

function uniqueById<T extends { readonly id: string }>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

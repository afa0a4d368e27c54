import type { RouterContextProvider } from 'react-router';
import { z } from 'zod';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { findSeasonSynthesis, type SeasonSynthesis } from '#db/publication/synthesis/syntheses.ts';
import { type Chapter, findChapter, listChapters } from '#db/publication/synthesis/synthesis-chapters.ts';
import { listContributions, listExpectedCities } from '#db/publication/synthesis/synthesis-cities.ts';
import { listPossibleOwners } from '#db/publication/synthesis/synthesis-people.ts';
import { listSteppedChapters } from '#db/publication/synthesis/synthesis-steps.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { workingGroups } from '#shared/people/group/group.ts';
import { contributionMatrix } from '#shared/publication/synthesis/matrix.ts';
import { progressAt } from '#shared/publication/synthesis/progress.ts';
import { canInSynthesis } from '#shared/publication/synthesis/synthesis-access.ts';
import { type Member, servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';
import { loadWhole } from './load-whole.server.ts';

type Context = Readonly<RouterContextProvider>;

/** The person and the synthesis of the season that an address asks for, of the one that is on without; else 404. */
export async function requireSeason(
  context: Context,
  url: string,
): Promise<SeasonSynthesis & { member: Member }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const asked = new URL(url).searchParams.get('saison');
  const number = z.coerce.number().int().min(0).max(2_000_000_000).nullable().safeParse(asked);
  const asker = { userId: member.id, now: now() };
  const found = number.success && (await findSeasonSynthesis(db, { number: number.data, ...asker }));
  if (!found) throw notFound();
  return { ...found, member };
}

/** The person and the chapter of an address segment, if they may see it; else 404. */
export async function requireChapter(context: Context, segment: string | undefined) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const chapterId = idOfSegment(segment);
  const chapter = chapterId && (await findChapter(db, { chapterId, userId: member.id, now: now() }));
  if (!chapter) throw notFound();
  return { member, chapter };
}

/** Everything that the page of a synthesis shows to this person. */
export async function loadSynthesis(
  context: Context,
  { member, role, season, seasons, synthesis }: SeasonSynthesis & { member: Member },
) {
  const { db, now } = context.get(servicesContext);
  const canManage = canInSynthesis(role, 'synthesis.manage');
  const chapters = synthesis ? await listChapters(db, { synthesisId: synthesis.id }) : [];
  const stepped = synthesis ? await listSteppedChapters(db, synthesis.id) : [];
  const removed =
    synthesis && canManage ? await listChapters(db, { synthesisId: synthesis.id, removed: true }) : [];
  const groups =
    canManage && !synthesis ? await listGroupsForMember(db, { userId: member.id, now: now() }) : [];
  return {
    season,
    seasons,
    synthesis,
    chapters,
    progress: progressAt(stepped, new Date(now().getTime() + 1)),
    canManage,
    removed: removed.map(({ id, title }) => ({ id, title })),
    groups: workingGroups(groups).map(({ id, name }) => ({ id, name })),
    ...(await loadWriting(context, synthesis?.id ?? null, chapters)),
    people: synthesis ? await listPossibleOwners(db, role) : [],
    /** The end of the season, as its dates say. */
    usualDue: season.endsOn,
    today: parisDay(now()),
  };
}

/** Who wrote where, and the whole that the chapters make. */
async function loadWriting(
  context: Context,
  synthesisId: Readable<'synthesis'> | null,
  chapters: readonly Chapter[],
) {
  if (synthesisId === null) return { matrix: [], whole: null };
  return {
    matrix: (await loadMatrix(context, synthesisId)).matrix,
    whole: await loadWhole(context, synthesisId, chapters),
  };
}

/** [SY6] Cities by chapters. */
export async function loadMatrix(context: Context, synthesisId: Readable<'synthesis'>) {
  const { db } = context.get(servicesContext);
  const chapters = await listChapters(db, { synthesisId });
  const expected = await listExpectedCities(db, synthesisId);
  const written = await listContributions(db, synthesisId);
  const asked = chapters.map(({ id }) => ({ id, expected: expected.get(id) ?? [] }));
  return { chapters, matrix: contributionMatrix(asked, written) };
}

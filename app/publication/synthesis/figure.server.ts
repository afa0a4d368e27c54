import type { RouterContextProvider } from 'react-router';
import { readSteering } from '#db/programme/steering/steering.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { endOfDay } from '#shared/programme/steering/steering.ts';
import { steeringTables } from '#shared/programme/steering/tables.ts';
import { figuresFor, withFigure } from '#shared/publication/synthesis/figures.ts';
import type { SynthesisRole } from '#shared/publication/synthesis/synthesis-access.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { orUnavailable } from '../../kernel/room-content.server.ts';

/**
 * [SY10] Puts a table of the programme’s data of today into a chapter, or brings the one that is there up to date; what others write
 * meanwhile stays. Refused: who may not, a text in the trash, a table without rows.
 */
export async function putFigure(
  context: Readonly<RouterContextProvider>,
  chapter: {
    readonly documentId: string;
    readonly seasonId: string;
    readonly role: SynthesisRole;
    readonly isTextThere: boolean;
  },
  { figure, userId }: { figure: string; userId: string },
): Promise<
  Result<{ isNew: boolean }, 'access.forbidden' | 'synthesis.textInTrash' | 'synthesis.figureEmpty'>
> {
  const { db, rooms, now } = context.get(servicesContext);
  const key = figuresFor(chapter.role).find((known) => known === figure);
  if (!key) return fail('access.forbidden');
  if (!chapter.isTextThere) return fail('synthesis.textInTrash');
  const day = parisDay(now());
  const end = endOfDay(day);
  const everywhere = { theme: '', region: '', department: '' } as const;
  const seasonId = asReadable<'steering'>(chapter.seasonId);
  const scope = { ...everywhere, seasonId, day, end, userId, now: now() };
  const table = steeringTables(await readSteering(db, scope), end).find((one) => one.key === key);
  if (!table || table.rows.length === 0) return fail('synthesis.figureEmpty');
  const room = roomName({ kind: 'document', id: chapter.documentId });
  return orUnavailable(context, room, async (asking) => {
    const { value, seq } = await rooms.read(room, 'blocks', asking);
    const { blocks, isNew } = withFigure(value, table, day);
    await rooms.apply(room, { userId }, 'document.rewrite', { blocks }, seq);
    return ok({ isNew });
  });
}

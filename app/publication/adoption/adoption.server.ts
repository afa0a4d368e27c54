import type { RouterContextProvider } from 'react-router';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listFacilitatorsOfDepartment } from '#db/programme/facilitator/department-facilitators.ts';
import { makePlanBoard } from '#db/publication/adoption/adoption-boards.ts';
import { type AdoptionForReader, findAdoption, saveAdoption } from '#db/publication/adoption/adoptions.ts';
import { startBoard } from '#shared/boards/board-start.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { seenIn } from '#shared/kernel/sent-values.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import { adoptionPlan } from '#shared/publication/adoption/adoption-plan.fr.ts';
import { readAnswers } from '#shared/publication/adoption/feasibility.ts';
import { passageUnder, textOf } from '#shared/publication/adoption/passage.ts';
import { planBoard } from '#shared/publication/adoption/plan-board.ts';
import type { SheetNeed } from '#shared/publication/sheet/sheet-facts.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { type Member, servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';
import { effortText } from './effort-text.ts';

type Context = Readonly<RouterContextProvider>;

/** The person and the check of an address segment, if they may read it; else 404. */
export async function requireAdoption(
  context: Context,
  segment: string | undefined,
): Promise<{ member: Member; adoption: AdoptionForReader }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const adoptionId = idOfSegment(segment);
  const adoption = adoptionId && (await findAdoption(db, { adoptionId, userId: member.id, now: now() }));
  if (!adoption) throw notFound();
  return { member, adoption };
}

/** What the questions of a sheet are drawn from. */
export function questionsOf({ facts, blocks }: Pick<AdoptionForReader['sheet'], 'facts' | 'blocks'>) {
  return {
    needs: facts.needs,
    effort: effortText(facts.effort),
    conditionsSaid: passageUnder(blocks, words.conditionsHeading).join(''),
  };
}

/** Keeps what a form says, for the city of this person. */
export function saveTyped(
  context: Context,
  userId: string,
  { address, needs }: { address: string; needs: readonly SheetNeed[] },
  typed: Readonly<Partial<Record<string, string>>>,
) {
  const { db, now, newId } = context.get(servicesContext);
  const code = typed.departement ?? '';
  return saveAdoption(db, {
    adoptionId: newId(),
    address,
    answers: readAnswers(needs, (field) => typed[field] ?? null),
    note: typed.note ?? '',
    departmentCode: /^[0-9AB]{2,3}$/.test(code) ? code : null,
    seen: seenIn(typed.seen),
    userId,
    now: now(),
  });
}

/** [RP8] Groups in which this person may make boards. */
export async function listBoardGroups(context: Context, userId: string) {
  const { db, now } = context.get(servicesContext);
  const groups = await listGroupsForMember(db, { userId, now: now() });
  return groups.filter(({ role }) => canInGroup(role, 'board.create')).map(({ id, name }) => ({ id, name }));
}

/** [RP8] Makes the board of a plan, or leads to the one that is there. */
export async function makeBoard(context: Context, userId: string, adoptionId: string, groupId: string) {
  const { db, now, newId, rooms, origin } = context.get(servicesContext);
  const read = await findAdoption(db, { adoptionId, userId, now: now() });
  const department = read?.departmentCode;
  const facilitators = department ? await listFacilitatorsOfDepartment(db, department) : [];
  const made = await makePlanBoard(db, {
    adoptionId,
    groupId,
    userId,
    now: now(),
    newId,
    contentOf: ({ sheet, city, answers, note }) => {
      const { cities, needs, effort } = sheet.facts;
      const plan = planBoard({
        sheetUrl: origin + sheetPaths.publicSheet(sheet.address),
        cities,
        needs,
        answers,
        note,
        effort: effortText(effort),
        approach: textOf(passageUnder(sheet.blocks, words.approachHeading)),
        facilitators: facilitators.map(({ name }) => name),
      });
      return { title: adoptionPlan.boardTitle(sheet.title, city.name), start: startBoard(plan, newId) };
    },
  });
  if (made.ok && made.value.isNew) rooms.tellMade(roomName({ kind: 'board', id: made.value.id }));
  return made;
}

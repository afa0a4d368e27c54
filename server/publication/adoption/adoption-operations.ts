import { z } from 'zod';
import { createBoard } from '#db/boards/boards.ts';
import { findGroupRole, findSpaceId } from '#db/people/group/groups.ts';
import { listFacilitatorsOfDepartment } from '#db/programme/facilitator/department-facilitators.ts';
import { findPlanBoard, keepPlanBoard } from '#db/publication/adoption/adoption-boards.ts';
import { findInterest, moveInterest } from '#db/publication/adoption/adoption-interests.ts';
import {
  type AdoptionForReader,
  findAdopter,
  findAdoption,
  type HeldAdoption,
  holdAdoption,
  saveAdoption,
} from '#db/publication/adoption/adoptions.ts';
import { startBoard } from '#shared/boards/board-start.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { Id, read } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { SentCount, seenIn } from '#shared/kernel/sent-values.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import { type AdoptionAction, canInAdoption } from '#shared/publication/adoption/adoption-access.ts';
import { adoptionPlan } from '#shared/publication/adoption/adoption-plan.fr.ts';
import { effortText } from '#shared/publication/adoption/effort.fr.ts';
import { type FeasibilityAnswers, parseAdoptionNote } from '#shared/publication/adoption/feasibility.ts';
import { INTEREST_STATES } from '#shared/publication/adoption/interest.ts';
import { passageUnder, textOf } from '#shared/publication/adoption/passage.ts';
import { planBoard } from '#shared/publication/adoption/plan-board.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { type Act, operation, type Right } from '../../kernel/operation.ts';
import { type ByPerson, signedIn } from '../../people/rights.ts';
import { tellProgramme } from '../../programme/tell-programme.ts';
import { tellCovering } from '../support/tell-covering.ts';

type OnAdoption = ByPerson & { readonly adoption: HeldAdoption };
const OfAdoption = z.object({ adoptionId: Id });

/** [RP5] Whoever may do this with the check of the input, which is held; for all others it is absent. */
function onAdoption(action: AdoptionAction): Right<{ readonly adoptionId: string }, OnAdoption> {
  return async ({ tx, now }, { userId }, { adoptionId }) => {
    const adoption = userId === null ? null : await holdAdoption(tx, { adoptionId, userId, now });
    return userId !== null && adoption && canInAdoption(adoption.role, action)
      ? ok({ by: userId, adoption })
      : fail('access.notFound');
  };
}

/** [RP5] [RP6] [RP8] What local authorities say of repeating a use case. */
export const adoptionOperations = {
  /** For the local authority of whoever asks. `seen`: the revision that was on their page, 0 for none. */
  'adoption.save': operation({
    input: z.object({
      address: z.string().max(400),
      answers: z.custom<FeasibilityAnswers>((answers) => typeof answers === 'object'),
      note: read(parseAdoptionNote),
      departement: z.string().max(20),
      seen: SentCount,
    }),
    right: signedIn,
    refusals: {
      'adoption.noCity': '',
      'adoption.sheetGone': '',
      'adoption.ownSheet': '',
      'adoption.changedMeanwhile': '',
    },
    async run(act, { departement: code, ...said }) {
      const { tx, by, now, newId } = act;
      const saved = await saveAdoption(tx, {
        ...{ ...said, adoptionId: newId(), userId: by, now },
        departmentCode: /^[0-9AB]{2,3}$/.test(code) ? code : null,
      });
      const city = saved.ok && said.seen === 0 ? await findAdopter(tx, { userId: by, now }) : null;
      // [AT6] That a check began, and nothing of its answers.
      if (city) await tellCovering(act, { cityId: city.id, city: city.name, verb: 'facilitator.checked' });
      return saved;
    },
  }),

  'adoption.moveInterest': operation({
    input: OfAdoption.extend({
      to: z.enum(INTEREST_STATES),
      reason: z.string().max(60_000),
      seen: z.string().max(20).transform(seenIn),
    }),
    right: onAdoption('interest.move'),
    refusals: {
      'adoption.stateUnreachable': '',
      'adoption.textTooLong': 'reason',
      'adoption.reasonMissing': 'reason',
      'adoption.changedMeanwhile': '',
    },
    async run(act, { to, reason, seen }) {
      const { tx, by: userId, now, adoption } = act;
      const moved = await moveInterest(tx, { adoption, to, reason, seen, userId, now });
      if (!moved.ok) return moved;
      const interest = await findInterest(tx, { adoptionId: adoption.id, userId, now });
      if (interest) {
        const verb = to === 'declared' ? 'adoption.declared' : 'adoption.moved';
        await tellProgramme(act, { verb, objectId: adoption.id, place: interest.city });
      }
      return moved;
    },
  }),

  /** The board of a plan in the city’s space, or in a group that is chosen, once: a double click leads to the one that is there. */
  'adoption.makeBoard': operation({
    input: OfAdoption.extend({ group: z.string().max(64) }),
    right: onAdoption('board.make'),
    refusals: { 'adoption.groupMissing': 'group' },
    async run(act, { group }) {
      const { tx, by: userId, now, newId, after } = act;
      const adoption = await findAdoption(tx, { adoptionId: act.adoption.id, userId, now });
      if (!adoption) return fail('access.notFound');
      const known = await findPlanBoard(tx, adoption);
      if (known) return ok(known);
      // [RP8] Nothing chosen: where the city keeps what is its own.
      const groupId = group === '' ? ((await findSpaceId(tx, adoption.city.id)) ?? '') : group;
      if (!canInGroup(await findGroupRole(tx, { groupId, userId, now }), 'board.create'))
        return fail('adoption.groupMissing');
      const ids = { boardId: newId(), groupId, by: userId, now, activityId: newId() };
      const made = await createBoard(tx, { ...ids, ...(await contentOf(act, adoption)) });
      if (!made.ok) throw new Error(`a published sheet has no title: ${made.error}`);
      await keepPlanBoard(tx, { adoptionId: adoption.id, boardId: made.value.id });
      after.made(roomName({ kind: 'board', id: made.value.id }));
      return ok({ id: made.value.id, title: made.value.title });
    },
  }),
};

/** What the board of a plan opens with, from the check as it stands. */
async function contentOf(
  { tx, newId, link }: Act,
  { sheet, city, answers, note, departmentCode }: AdoptionForReader,
) {
  const known = departmentCode ? await listFacilitatorsOfDepartment(tx, departmentCode) : [];
  const { cities, needs, effort } = sheet.facts;
  const plan = planBoard({
    sheetUrl: link(sheetPaths.publicSheet(sheet.address)),
    ...{ cities, needs, answers, note },
    effort: effortText(effort),
    approach: textOf(passageUnder(sheet.blocks, words.approachHeading)),
    facilitators: known.map(({ name }) => name),
  });
  return { title: adoptionPlan.boardTitle(sheet.title, city.name), start: startBoard(plan, newId) };
}

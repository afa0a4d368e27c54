import { z } from 'zod';
import { correctDay, findDay, logDay } from '#db/programme/mission/mission-days.ts';
import {
  changeMissionState,
  extendMission,
  nameConsultant,
  orderMission,
  removeConsultant,
} from '#db/programme/mission/mission-orders.ts';
import { Id, read, readForm, Said } from '#shared/kernel/input.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  MISSION_STATES,
  parseAdded,
  parseDay,
  parseMissionReason,
  parseWork,
  parseWorked,
} from '#shared/programme/mission/mission.ts';
import type { MissionError } from '#shared/programme/mission/mission-errors.ts';
import { parseOrder } from '#shared/programme/mission/mission-order.ts';
import { operation } from '../../kernel/operation.ts';
import { onPlatform } from '../../people/rights.ts';
import { onMission } from './mission-rights.ts';

const OfMission = z.object({ missionId: Id });
/** Whatever is chosen among others is looked for among them. */
const Chosen = z.string().max(64);

/** A day of the calendar; anything else is this refusal. */
const day = (refusal: MissionError) =>
  read((typed): Result<string, MissionError> => {
    const parsed = parseDay(typed);
    return parsed ? ok(parsed) : fail(refusal);
  });

/** [MS1] Every field that is wrong is told at once. */
const Order = z
  .object({
    title: Said,
    purpose: Said,
    experiment: Chosen,
    firm: Chosen,
    cities: z.array(Chosen).max(1_000),
    consultants: z.array(Chosen).max(1_000),
    days: Said,
    dailyPrice: Said,
    startsOn: Said,
    endsOn: Said,
    letter: Said,
  })
  .transform(readForm(parseOrder));

const Worked = OfMission.extend({
  day: day('mission.dayInvalid'),
  city: Chosen,
  work: read(parseWork),
});

const UNWORKABLE = {
  'mission.ended': 'day',
  'mission.suspended': 'day',
  'mission.dayInFuture': 'day',
  'mission.dayOutside': 'day',
  'mission.beyondDay': 'quarters',
  'mission.beyondGrant': 'quarters',
  'mission.citiesMissing': 'city',
  'mission.consultantUnknown': 'consultant',
} as const;

/** [MS1] [MS4] [MS5] [MS6] [MS9] What becomes of a mission, and the days that are worked on it. */
export const missionOperations = {
  'mission.order': operation({
    input: Order,
    right: onPlatform('programme.coordinate'),
    refusals: {
      'mission.experimentMissing': 'experiment',
      'mission.firmMissing': 'firm',
      'mission.citiesMissing': 'cities',
      'mission.consultantNotOfFirm': 'consultants',
      'mission.letterUnreadable': 'letter',
    },
    run: ({ tx, by, now, newId }, { order }) =>
      orderMission(tx, { order, missionId: newId(), newId, userId: by, now }),
  }),

  'mission.extend': operation({
    input: OfMission.extend({
      added: read(parseAdded),
      endsOn: day('mission.endInvalid'),
      reason: read(parseMissionReason),
    }),
    right: onMission('mission.change'),
    refusals: {
      'mission.extendsNothing': 'added',
      'mission.ended': 'endsOn',
      'mission.endBeforeStart': 'endsOn',
      'mission.endBeforeLogged': 'endsOn',
    },
    run: ({ tx, mission, by, now, newId }, { added: quarters, endsOn, reason }) =>
      extendMission(tx, { mission, by, now, grantId: newId(), quarters, endsOn, reason }),
  }),

  'mission.changeState': operation({
    input: OfMission.extend({ to: z.enum(MISSION_STATES), reason: read(parseMissionReason) }),
    right: onMission('mission.change'),
    refusals: { 'mission.ended': 'to', 'mission.stateUnchanged': 'to' },
    run: ({ tx, mission, by, now, newId }, { to, reason }) =>
      changeMissionState(tx, { mission, by, now, changeId: newId(), to, reason }),
  }),

  'mission.nameConsultant': operation({
    input: OfMission.extend({ consultant: Chosen }),
    right: onMission('mission.change'),
    refusals: { 'mission.consultantNotOfFirm': 'consultant' },
    run: ({ tx, mission, by, now, newId }, { consultant: consultantId }) =>
      nameConsultant(tx, { mission, by, now, rowId: newId(), consultantId }),
  }),

  'mission.removeConsultant': operation({
    input: OfMission.extend({ consultant: Chosen }),
    right: onMission('mission.change'),
    refusals: {},
    async run({ tx, mission, by, now }, { consultant: consultantId }) {
      await removeConsultant(tx, { mission, by, now, consultantId });
      return ok();
    },
  }),

  /** Of whoever logs it, unless the coordination says whose it is. */
  'missionDay.log': operation({
    input: Worked.extend({ consultant: Chosen, quarters: read((typed) => parseWorked(typed)) }),
    right: onMission('mission.log'),
    refusals: UNWORKABLE,
    run({ tx, mission, standing, by, now, newId }, { city, consultant, day: on, quarters, work }) {
      const consultantId = consultant || by;
      if (standing === 'consultant' && consultantId !== by) return Promise.resolve(fail('access.forbidden'));
      const worked = { organisationId: city, consultantId, day: on, quarters, work };
      return logDay(tx, { mission, by, now, dayId: newId(), worked });
    },
  }),

  /** Consultants correct their own days. */
  'missionDay.correct': operation({
    input: Worked.extend({
      replaces: Id,
      quarters: read((typed) => parseWorked(typed, true)),
      reason: read(parseMissionReason),
    }),
    right: onMission('mission.log'),
    refusals: { ...UNWORKABLE, 'mission.alreadyCorrected': 'day' },
    async run(
      { tx, mission, standing, by, now, newId },
      { replaces, city, day: on, quarters, work, reason },
    ) {
      const old = await findDay(tx, { missionId: mission.id, dayId: replaces });
      if (!old) return fail('access.notFound');
      if (standing === 'consultant' && old.consultantId !== by) return fail('access.forbidden');
      const worked = { organisationId: city, day: on, quarters, work };
      return correctDay(tx, { mission, by, now, old, dayId: newId(), worked, reason });
    },
  }),
};

import { fail, ok, type Result } from '../../kernel/result.ts';
import { type MissionState, QUARTERS_A_DAY } from './mission.ts';

/** What a mission is when a day is logged on it, seen inside the transaction that logs. */
export interface MissionCount {
  readonly state: MissionState;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly grantedQuarters: number;
  /** All that counts already, without the row that is corrected. */
  readonly usedQuarters: number;
  /** What this consultant worked on that day already, on any mission, without the row that is corrected. */
  readonly dayQuarters: number;
}

export type DayRefusal =
  | 'mission.ended'
  | 'mission.suspended'
  | 'mission.dayInFuture'
  | 'mission.dayOutside'
  | 'mission.beyondDay'
  | 'mission.beyondGrant';
export type ExtensionRefusal =
  | 'mission.ended'
  | 'mission.endBeforeStart'
  | 'mission.endBeforeLogged'
  | 'mission.extendsNothing';

/** [MS4] May these quarters be logged on this day? */
export function checkDay(
  mission: MissionCount,
  { day, quarters, today }: { readonly day: string; readonly quarters: number; readonly today: string },
): Result<void, DayRefusal> {
  if (mission.state !== 'running')
    return fail(mission.state === 'ended' ? 'mission.ended' : 'mission.suspended');
  if (day > today) return fail('mission.dayInFuture');
  if (day < mission.startsOn || day > mission.endsOn) return fail('mission.dayOutside');
  if (mission.dayQuarters + quarters > QUARTERS_A_DAY) return fail('mission.beyondDay');
  if (mission.usedQuarters + quarters > mission.grantedQuarters) return fail('mission.beyondGrant');
  return ok();
}

/** [MS6] May a grant be extended so? `lastLogged` is the last day that counts, null when there is none. */
export function checkExtension(
  mission: {
    readonly state: MissionState;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly lastLogged: string | null;
  },
  { quarters, endsOn }: { readonly quarters: number; readonly endsOn: string },
): Result<void, ExtensionRefusal> {
  if (mission.state === 'ended') return fail('mission.ended');
  if (endsOn < mission.startsOn) return fail('mission.endBeforeStart');
  if (mission.lastLogged !== null && endsOn < mission.lastLogged) return fail('mission.endBeforeLogged');
  if (quarters === 0 && endsOn === mission.endsOn) return fail('mission.extendsNothing');
  return ok();
}

import { instantOfParis, parisWall } from '#shared/kernel/day/paris-time.ts';

/** When no mail leaves, on the clock of Paris. */
export interface QuietHours {
  /** Full hours, 0 to 23; equal when mails may leave at any hour. */
  readonly quietFrom: number;
  readonly quietTo: number;
  readonly quietWeekends: boolean;
}

/** [NO5] What somebody who chose nothing gets: evenings, nights and weekends are theirs. */
export const DEFAULT_QUIET: QuietHours = { quietFrom: 20, quietTo: 7, quietWeekends: true };

const HOUR_MS = 3_600_000;
/** The longest silence is a weekend between two nights. */
const HOURS_MAX = 24 * 4;

/** [NO5] The first moment from this one on at which a mail may leave. */
export function mailTime(at: Date, quiet: QuietHours): Date {
  if (!isQuiet(at, quiet)) return at;
  // The next full hours of Paris: its time zone is whole hours away from every other that it has been in.
  const hour = instantOfParis(`${parisWall(at).slice(0, 13)}:00`) ?? at;
  for (let hours = 1; hours <= HOURS_MAX; hours++) {
    const later = new Date(hour.getTime() + hours * HOUR_MS);
    if (!isQuiet(later, quiet)) return later;
  }
  return at;
}

function isQuiet(at: Date, { quietFrom, quietTo, quietWeekends }: QuietHours): boolean {
  const wall = parisWall(at);
  const hour = Number(wall.slice(11, 13));
  const weekday = new Date(`${wall.slice(0, 10)}T12:00:00Z`).getUTCDay();
  if (quietWeekends && (weekday === 0 || weekday === 6)) return true;
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
}

/** [NO8] The last Monday, 8 o'clock in Paris, that is not later than this moment: weekly mails tell of what came before. */
export function digestMoment(now: Date): Date {
  const day = new Date(`${parisWall(now).slice(0, 10)}T12:00:00Z`);
  for (let back = 0; back <= 7; back++) {
    const date = new Date(day.getTime() - back * 24 * HOUR_MS);
    const moment = instantOfParis(`${date.toISOString().slice(0, 10)}T08:00`);
    if (date.getUTCDay() === 1 && moment && moment <= now) return moment;
  }
  return now;
}

const WALL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What a clock in Paris shows at this instant, as fields of the browser have it: `2023-03-14T14:05`. */
export function parisWall(at: Date): string {
  const { year, month, day, hour, minute } = Object.fromEntries(
    parts.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/**
 * The instant at which a clock in Paris shows this, the later one of the two when clocks go back; null when it is not a time of
 * the calendar. A time that clocks jump over is the same time later by the hour that is missing.
 */
export function instantOfParis(wall: string): Date | null {
  // [SC19] Of a clock of the first night, the instant would be before all years.
  if (!WALL.test(wall) || wall < '0001-01-02') return null;
  const utc = Date.parse(`${wall}:00Z`);
  if (Number.isNaN(utc) || !new Date(utc).toISOString().startsWith(wall)) return null;
  const candidates = [1, 2].map((hours) => new Date(utc - hours * 3_600_000));
  return candidates.find((at) => parisWall(at) === wall) ?? candidates[0] ?? null;
}

const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * [X28] The instant that somebody else’s program wrote, to the second, a day alone being its midnight; null when it is none. Where it
 * names no zone, a clock in Paris showed it, whatever the zone of this machine.
 */
export function instantOfText(text: string): Date | null {
  const [, day, time = '00:00', seconds = '00', zone] = WRITTEN.exec(text) ?? [];
  if (day === undefined) return null;
  const wall = `${day}T${time}`;
  const minute = zone === undefined ? instantOfParis(wall) : new Date(`${wall}:00${zone}`);
  if (minute === null || Number.isNaN(minute.getTime())) return null;
  return new Date(minute.getTime() + Number(seconds) * 1_000);
}

/** The day in Paris at this instant: `2023-03-14`. */
export function parisDay(at: Date): string {
  return parisWall(at).slice(0, 10);
}

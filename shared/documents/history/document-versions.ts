/** What one minute of the clock brought to a document's log. */
export interface LogMinute {
  /** Number of its last update: the document as it was at its end. */
  readonly seq: number;
  readonly firstSeq: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** Accounts that wrote, as far as the log alone says. */
  readonly writers: readonly string[];
}

/** A stretch of writing without a pause: the document at its end is one version. */
export interface AutoVersion {
  readonly seq: number;
  readonly firstSeq: number;
  readonly from: Date;
  readonly to: Date;
  readonly writers: readonly string[];
  /** Its minutes, in order. */
  readonly minutes: readonly LogMinute[];
}

/** A pause of ten minutes ends a version. */
export const PAUSE_MS = 10 * 60_000;
/** So does one of three minutes, when others take over. */
export const RELAY_MS = 3 * 60_000;

/**
 * [V3] Cuts the minutes of a log, in order, into versions: at pauses of ten minutes, and at pauses of three minutes after which
 * nobody who wrote before writes. Of a minute whose writers the log does not name, it is taken that they are the same.
 */
export function versionsOf(minutes: readonly LogMinute[]): AutoVersion[] {
  const versions: AutoVersion[] = [];
  for (const minute of minutes) {
    const last = versions.at(-1);
    if (last && !endsBefore(last, minute)) versions[versions.length - 1] = extended(last, minute);
    else
      versions.push({
        seq: minute.seq,
        firstSeq: minute.firstSeq,
        from: minute.firstAt,
        to: minute.lastAt,
        writers: minute.writers,
        minutes: [minute],
      });
  }
  return versions;
}

function endsBefore({ to, writers }: AutoVersion, minute: LogMinute): boolean {
  const pause = minute.firstAt.getTime() - to.getTime();
  if (pause >= PAUSE_MS) return true;
  const isRelay =
    writers.length > 0 &&
    minute.writers.length > 0 &&
    !minute.writers.some((writer) => writers.includes(writer));
  return isRelay && pause >= RELAY_MS;
}

function extended(version: AutoVersion, minute: LogMinute): AutoVersion {
  return {
    ...version,
    seq: minute.seq,
    to: minute.lastAt,
    writers: [...new Set([...version.writers, ...minute.writers])],
    minutes: [...version.minutes, minute],
  };
}

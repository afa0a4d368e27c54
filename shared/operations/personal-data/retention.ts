import { keysOf } from '../../kernel/keys.ts';

/** [PD9] What is kept for a number of days, and how many at first, at least and at most. */
export const RETENTIONS = {
  /** A sign-in of a device, however much it is used: it ends in the night, and not in the middle of a sentence (ASVS 7.3.2). */
  signIns: { days: 30, least: 1, most: 365 },
  /** A session that is over. */
  sessions: { days: 1, least: 1, most: 90 },
  /** What a link of a mail is checked against, once it serves no more. */
  verifications: { days: 1, least: 1, most: 30 },
  /** An invitation that was taken or is over: whom it was for. */
  invitations: { days: 90, least: 1, most: 730 },
  notifications: { days: 365, least: 30, most: 1_095 },
  /** Who looked at which document or group, and when. */
  visits: { days: 730, least: 30, most: 1_095 },
  /** Answers of the REST door that a program may ask for again. */
  answers: { days: 7, least: 1, most: 30 },
  /** Copies of mails, where no mail server is set. */
  mails: { days: 30, least: 1, most: 365 },
  /** What webhooks sent, and what was answered: never less than all tries take. */
  deliveries: { days: 30, least: 3, most: 90 },
} as const satisfies Readonly<Record<string, { days: number; least: number; most: number }>>;

export type RetentionKey = keyof typeof RETENTIONS;
export const RETENTION_KEYS = keysOf(RETENTIONS);

/** How many days each is kept. */
export type Retention = Readonly<Record<RetentionKey, number>>;

/** Why a duration was refused. */
export type RetentionError = 'retention.daysInvalid';

/** [PD9] Reads a duration that somebody typed: whole days within the bounds of its kind. */
export function parseRetentionDays(key: RetentionKey, typed: string): number | null {
  const days = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : Number.NaN;
  const { least, most } = RETENTIONS[key];
  return days >= least && days <= most ? days : null;
}

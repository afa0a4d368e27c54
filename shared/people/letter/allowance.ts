/** [MA2] Letters of one person to one address in a day. */
export const TO_ONE_A_DAY = 20;
/** [MA2] Invitations into their organisation that somebody who administers it sends in a day. */
export const OF_ORGANISATION_A_DAY = 40;
/** How long it is known which letters somebody sent: longer than one is tried again, or than a machine stands still over some days off. */
export const LETTERS_KEPT_DAYS = 7;

/** What of somebody's letters is held back, and until when the last one is. */
export interface HeldLetters {
  readonly userId: string;
  readonly name: string;
  readonly letters: number;
  readonly next: Date;
  readonly until: Date;
}

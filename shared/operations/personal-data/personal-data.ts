const DAY_MS = 24 * 3_600_000;

/** [PD1] How an export of one's own data goes on. */
export const OWN_DATA_STATES = ['waiting', 'running', 'ready', 'failed'] as const;
export type OwnDataState = (typeof OWN_DATA_STATES)[number];

/** [PD3] A file that is ready is kept that long. */
export const OWN_DATA_KEPT_DAYS = 7;

/** [PD3] The instant at which a file that was made now is no more. */
export function ownDataExpiry(now: Date): Date {
  return new Date(now.getTime() + OWN_DATA_KEPT_DAYS * DAY_MS);
}

/** [PD4] Between the day one asks to be erased and the day it is done. */
export const ERASURE_DELAY_DAYS = 30;

/** [PD4] The instant from which an account is erased that is asked for now. */
export function erasureDue(now: Date): Date {
  return new Date(now.getTime() + ERASURE_DELAY_DAYS * DAY_MS);
}

/** [PD5] What stands in the place of a name. */
export const FORMER_MEMBER = 'Ancien membre';
/** [PD5] What stands in the place of an address in a text. */
export const ERASED_ADDRESS = 'adresse effacée';

/** [PD5] The address of an account that is erased: nobody's, under a domain that never exists (RFC 2606). */
export function addressOfErased(userId: string): string {
  return `${userId}@ancien-membre.invalid`;
}

/** Codes of refusal of this noun. */
export type PersonalDataError =
  | 'personalData.exportRunning'
  | 'personalData.erasureAsked'
  | 'personalData.erasureNotAsked';

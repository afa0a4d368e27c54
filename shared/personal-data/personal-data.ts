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

/** Codes of refusal of this noun. */
export type PersonalDataError = 'personalData.exportRunning' | 'personalData.exportNotFound';

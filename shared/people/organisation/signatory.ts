/** On what ground somebody speaks for their organisation, as it is kept with what they say for it. */
export type SigningBasis =
  | { readonly by: 'address'; readonly address: string; readonly on: string }
  | { readonly by: 'colleague'; readonly on: string };

/** Why something of signatories is refused. */
export type SignatoryError =
  | 'signatory.unconfirmed'
  | 'signatory.noOrganisation'
  | 'signatory.noAddress'
  | 'signatory.already'
  | 'signatory.askedToday'
  | 'signatory.linkUnusable'
  | 'signatory.notFound';

const DAY_MS = 86_400_000;

/** [O8] How long the link of a mail to the declared address serves, in days. */
export const SIGNATORY_LINK_DAYS = 30;

/** [O8] Since when an open demand must have been asked for its link to serve. */
export const signatoryLinksSince = (now: Date): Date =>
  new Date(now.getTime() - SIGNATORY_LINK_DAYS * DAY_MS);

/** [O8] May somebody who asked at this instant ask again? Once a day. */
export const mayAskAgain = (askedAt: Date | null, now: Date): boolean =>
  askedAt === null || now.getTime() - askedAt.getTime() >= DAY_MS;

/** What is kept of a confirmation. */
interface Confirmed {
  readonly confirmedAt: Date | null;
  readonly confirmedAddress: string | null;
}

/** [O7] The ground that a confirmation gives; null when there is none. */
export function basisOf({ confirmedAt, confirmedAddress }: Confirmed): SigningBasis | null {
  if (!confirmedAt) return null;
  const on = confirmedAt.toISOString();
  return confirmedAddress === null
    ? { by: 'colleague', on }
    : { by: 'address', address: confirmedAddress, on };
}

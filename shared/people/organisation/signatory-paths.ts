/** Addresses of those who speak for their organisation. */
export const signatoryPaths = {
  account: (shown: { state?: string } = {}) =>
    `/compte/signature${shown.state ? `?etat=${shown.state}` : ''}`,
  /** From a mail to the declared address, without signing in: the token is the right. */
  link: (token: string) => `/signataires/${encodeURIComponent(token)}`,
} as const;

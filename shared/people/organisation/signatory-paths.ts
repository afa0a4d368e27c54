/** Addresses of those who speak for their organisation. */
export const signatoryPaths = {
  account: () => '/compte/signature',
  /** From a mail to the declared address, without signing in: the token is the right. */
  link: (token: string) => `/signataires/${encodeURIComponent(token)}`,
} as const;

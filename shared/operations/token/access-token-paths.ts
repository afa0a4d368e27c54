/** Addresses of access tokens, and of the page for those who write programs. */
export const accessTokenPaths = {
  account: (shown: { revoking?: string; news?: string } = {}) => `/compte/jetons${shownAs(shown)}`,
  administration: (shown: { revoking?: string; news?: string } = {}) =>
    `/administration/jetons${shownAs(shown)}`,
  developers: () => '/developpeurs',
} as const;

function shownAs({ revoking, news }: { revoking?: string; news?: string }): string {
  if (revoking) return `?revoquer=${encodeURIComponent(revoking)}`;
  return news ? `?etat=${news}` : '';
}

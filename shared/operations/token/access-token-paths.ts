/** Addresses of access tokens, and of the page for those who write programs. */
export const accessTokenPaths = {
  account: (shown: { revoking?: string } = {}) => `/compte/jetons${shownAs(shown)}`,
  administration: (shown: { revoking?: string } = {}) => `/administration/jetons${shownAs(shown)}`,
  developers: () => '/developpeurs',
} as const;

function shownAs({ revoking }: { revoking?: string }): string {
  return revoking ? `?revoquer=${encodeURIComponent(revoking)}` : '';
}

/** Addresses of what concerns one's own data. */
export const personalDataPaths = {
  accountData: () => '/compte/donnees',
  /** The archive of one export: for whoever asked for it, signed in. */
  ownDataFile: (id: string) => `/compte/donnees/${encodeURIComponent(id)}/archive.zip`,
} as const;

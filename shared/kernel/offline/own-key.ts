/**
 * [L11] The key of the local storage under which this account keeps something of its own. What names its account leaves with it and never
 * before: what names nobody is somebody else’s for the first page that an account opens.
 */
export const ownKey = (account: string, what: string): string => `cordee:${account}:${what}`;

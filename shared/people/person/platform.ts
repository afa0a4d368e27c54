/** In whose name the server writes what nobody asked for at that moment: the id of no account. */
export const PLATFORM_ID = 'platform';

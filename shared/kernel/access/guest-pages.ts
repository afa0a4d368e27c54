/** [EN6] What an account whose tie is not confirmed sees as itself: its applications, its account, the way out; elsewhere it is a visitor. */
const GUEST_PAGES = [
  /^\/appels\/[^/]+\/candidater$/,
  /^\/candidatures(?:\/(?!nouvelle$|export)|$)/,
  /^\/compte(?:\/(?:securite|donnees|double-authentification)(?:\/|$)|$)/,
  /^\/(?:deconnexion|appareil)(?:\/|$)/,
  /^\/nombres$/,
];

/** Whether this path is one of those; data of pages have the path of their page. */
export const isOpenToGuests = (path: string): boolean => GUEST_PAGES.some((page) => page.test(path));

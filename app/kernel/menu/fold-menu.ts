/** What the server reads to draw the menu of a reader who has folded it, from the first moment of a page. */
export const FOLD_COOKIE = 'cordee-menu=rail';
const YEAR_S = 365 * 24 * 60 * 60;

/** [H32] Keeps on this device that the menu is folded, or no longer. */
export function rememberFold(isFolded: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Firefox before 140 knows no other way.
  document.cookie = `${FOLD_COOKIE}; path=/; samesite=lax; max-age=${isFolded ? YEAR_S : 0}`;
}

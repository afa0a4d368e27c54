import type { UIMatch } from 'react-router';

/**
 * `export const handle = staticPage`: a page that is complete as it comes. No script is sent with it, so that the doors and
 * the public pages are there at once on a slow line and an old machine.
 */
export const staticPage = { isStatic: true } as const;

/** The same of a page that members have in their frame, which wants its scripts. */
export const staticForVisitors = { isStaticForVisitors: true } as const;

/** Is the page that matched complete as it comes, for a member or for a visitor? */
export function isStaticPage(matches: readonly UIMatch[], isMember: boolean): boolean {
  return matches.some(
    ({ handle }) =>
      typeof handle === 'object' &&
      handle !== null &&
      (('isStatic' in handle && handle.isStatic === true) || ('isStaticForVisitors' in handle && !isMember)),
  );
}

import type { UIMatch } from 'react-router';

/**
 * `export const handle = staticPage`: a page that is complete as it comes. No script is sent with it, so that the doors and
 * the public pages are there at once on a slow line and an old machine.
 */
export const staticPage = { isStatic: true } as const;

export function isStaticPage(matches: readonly UIMatch[]): boolean {
  return matches.some(
    ({ handle }) =>
      typeof handle === 'object' && handle !== null && 'isStatic' in handle && handle.isStatic === true,
  );
}

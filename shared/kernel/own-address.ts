/** Never a real host: only its own path and query come back out. */
const HERE = 'http://cordee.invalid';

/**
 * The address inside this site that a parameter asks for, or the home page. Whatever a browser could read as another
 * place (`//evil`, `/\\evil`, `javascript:`, control characters) is the home page (security plan, A34).
 */
export function ownAddress(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || /[\\\p{Cc}]/u.test(wanted)) return '/';
  if (!URL.canParse(wanted, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, HERE);
  // A path may still begin by two slashes once its dots are resolved: `/.//evil`.
  return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : '/';
}

import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';

/** What every page is made with: a change there may show anywhere. */
const EVERYWHERE =
  /^(?:app\/(?:ui|realtime|[^/]+$)|db\/[^/]+$|server\/(?:http\/|[^/]+$)|tests\/e2e\/support\/|public\/|package-lock\.json|vite\.config\.ts|playwright\.config\.ts)/;

/** The journeys that changes since this commit, uncommitted ones too, can touch. */
export async function journeysSince(revision: string): Promise<string[]> {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
  const changed = [
    ...git('diff', '--name-only', revision),
    ...git('ls-files', '--others', '--exclude-standard'),
  ];
  return journeysOf(changed, globSync('tests/e2e/**/*.spec.ts'));
}

/**
 * A journey is touched by a change of its own file, of what every page is made with, or of the domain that it stands in.
 * @param journeys paths of all of them, `tests/e2e/<domain>/…`
 */
export function journeysOf(changed: readonly string[], journeys: readonly string[]): string[] {
  if (changed.some((file) => EVERYWHERE.test(file))) return [...journeys];
  const domains = new Set(
    changed.flatMap((file) => /^(?:shared|db|server|app)\/([^/]+)\//.exec(file)?.[1] ?? []),
  );
  return journeys.filter(
    (journey) => changed.includes(journey) || domains.has(/^tests\/e2e\/([^/]+)\//.exec(journey)?.[1] ?? ''),
  );
}

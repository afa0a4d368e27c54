import { execFile } from 'node:child_process';
import { z } from 'zod';

const MINUTE = 60_000;
const GRAVE = new Set(['high', 'critical']);

const Report = z.object({ vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })) });

/**
 * The dependencies of the product with a published hole that is high or critical, by name, as npm’s registry says; null where it cannot be
 * asked: no npm, no network, or a registry that does not answer that question.
 */
export function publishedHoles(): Promise<readonly string[] | null> {
  const npm = process.env.npm_execpath;
  if (!npm?.endsWith('.js')) return Promise.resolve(null);
  return new Promise((resolve) => {
    const options = { maxBuffer: 64 * 1024 * 1024, timeout: MINUTE };
    // Its exit code says that there are holes, too: the report alone tells one from the other.
    execFile(process.execPath, [npm, 'audit', '--omit=dev', '--json'], options, (_error, stdout) =>
      resolve(gravesOf(stdout)),
    );
  });
}

/** The grave ones of a report of npm, null when it is none. */
export function gravesOf(report: string): readonly string[] | null {
  try {
    const { vulnerabilities } = Report.parse(JSON.parse(report));
    return Object.entries(vulnerabilities).flatMap(([name, { severity }]) =>
      GRAVE.has(severity) ? [`${name} (${severity})`] : [],
    );
  } catch {
    return null;
  }
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { gravesOf } from '#tests/support/architecture/npm-audit.ts';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      inBundle: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
});
const { packages } = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const dependencies = Object.entries(packages).filter(([where]) => where !== '');

/** What may be part of a program under AGPL-3.0-or-later, or stand beside it. */
const ALLOWED = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0'],
  ...['Apache-2.0', 'MPL-2.0', 'LGPL-3.0-or-later', 'GPL-2.0-or-later', 'OFL-1.1', 'CC-BY-4.0'],
]);
/** Their package says it in its own file, and not where npm reads it. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  'node_modules/@react-aria/optimize-locales-plugin': 'Apache-2.0',
  'node_modules/busboy': 'MIT',
  'node_modules/humanize-number': 'MIT',
  'node_modules/streamsearch': 'MIT',
};

/** One of the licences of a choice, all of those that hold together. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  return bare.split(' AND ').every((one) => ALLOWED.has(one));
}

test('[SC10] every dependency has a licence that goes with ours', () => {
  const refused = dependencies.flatMap(([where, { license = SAID_ELSEWHERE[where] ?? 'none' }]) =>
    isAllowed(license) ? [] : [`${where}: ${license}`],
  );
  expect(dependencies.length).toBeGreaterThan(300);
  expect(refused).toEqual([]);
  expect(['BUSL-1.1', 'SSPL-1.0', 'MIT AND BUSL-1.1', 'none'].filter(isAllowed)).toEqual([]);
});

test('[SC10] every dependency is one version, whose content has a sum', () => {
  // What comes inside another package has the sum of that one.
  const loose = dependencies.filter(([, one]) => !one.version || !(one.integrity || one.inBundle));
  expect(loose.map(([where]) => where)).toEqual([]);
});

test('[SC10] the list of components names every dependency of the product, with its licence', () => {
  const command = /`npm (sbom [^`]+)`/.exec(readFileSync('SECURITY.md', 'utf8'))?.[1] ?? '';
  const options = {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  } as const;
  const { components } = z
    .object({
      components: z.array(
        z.object({ name: z.string(), version: z.string(), licenses: z.array(z.unknown()).optional() }),
      ),
    })
    .parse(JSON.parse(execFileSync('npm', command.split(' '), options)));
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  // Those of other systems are not set up here, and npm does not list them.
  const wanted = dependencies
    .filter(([, { optional, devOptional }]) => !optional && !devOptional)
    .map(([where, { version }]) => `${where.split('node_modules/').at(-1)}@${version}`);
  expect(wanted.filter((one) => !listed.has(one))).toEqual([]);
  const silent = components.filter(({ licenses = [] }) => licenses.length === 0).map(({ name }) => name);
  expect(silent.filter((name) => !(`node_modules/${name}` in SAID_ELSEWHERE))).toEqual([]);
});

test('[SC10] of a report of published holes the grave ones are told; what is no report is no success', () => {
  const report = { vulnerabilities: { one: { severity: 'high' }, two: { severity: 'low' } } };
  expect(gravesOf(JSON.stringify(report))).toEqual(['one (high)']);
  expect(gravesOf('{"vulnerabilities":{}}')).toEqual([]);
  for (const none of ['', '{"error":{"code":"ENOTFOUND"}}', '<html>']) expect(gravesOf(none)).toBeNull();
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '#tests/support/architecture/source-files.ts';

/** What must not stand in the product, whatever it is for: each has a safe form that is as short. */
const DANGEROUS: readonly (readonly [what: string, how: RegExp])[] = [
  ['weak hash', /create(?:Hash|Hmac)\(\s*['"](?:md5|sha-?1)['"]/i],
  ['text run as a program', /\beval\(|new Function\(|node:vm/],
  ['a certificate that nobody checks', /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/],
  ['a shell', /shell:\s*true|\bexecSync?\(/],
];
/** Of the process only: pages use it to come back at different moments. */
const DICE: readonly [string, RegExp] = ['dice that can be foreseen', /Math\.random/];

const found = (folders: readonly string[], rules: readonly (readonly [string, RegExp])[]) =>
  sourceFiles(folders).flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    return rules.flatMap(([what, how]) => (how.test(text) ? [`${path}: ${what}`] : []));
  });

test('no weak hash, no dice of Math and no evaluation in the process', () => {
  // The one word that is run there is the name of the collector, which no module of Node gives.
  const collector = `server/realtime/doc/return-memory.ts: ${DANGEROUS[1]?.[0]}`;
  expect(found(['shared', 'db', 'server', 'app'], DANGEROUS)).toEqual([collector]);
  // Instances come back to Redis at different moments, too.
  expect(found(['shared', 'db', 'server'], [DICE])).toEqual([`server/kernel/redis.ts: ${DICE[0]}`]);
});

test.each([
  ["createHash('md5')", 0],
  ["createHmac('sha1', key)", 0],
  ['new Function(text)', 1],
  ['{ rejectUnauthorized: false }', 2],
  ['spawn(program, { shell: true })', 3],
])('a planted %s is found', (text, rule) => {
  expect(DANGEROUS[rule]?.[1].test(text)).toBe(true);
  expect(DANGEROUS.filter(([, how]) => how.test('pattern.exec(text); createHash("sha256")'))).toEqual([]);
});

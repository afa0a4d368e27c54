import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demonstration, startDemonstration } from '#tests/support/people/demonstration.ts';
import { addressOf, tableRoutes } from '#tests/support/route-table.ts';
import { sampleNames } from '#tests/support/sample-names.ts';

let demonstration: Demonstration;
let names: Readonly<Record<string, string>>;
beforeAll(async () => {
  demonstration = await startDemonstration();
  names = await sampleNames(demonstration);
}, 300_000);
afterAll(() => demonstration.close());

const MULTIPART = 'multipart/form-data; boundary=limit';
const part = (name: string, value: string) =>
  `--limit\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** Bodies that no page of ours sends. */
const BODIES: readonly (readonly [what: string, contentType: string | null, body: string])[] = [
  ['nothing at all', null, ''],
  ['no field', 'application/x-www-form-urlencoded', ''],
  ['fields of nobody', 'application/x-www-form-urlencoded', 'intent=&__proto__=x&a[b]=c&%=%'],
  ['JSON', 'application/json', '{"intent":{"$gt":""}}'],
  ['JSON that is none', 'application/json', '{"intent":'],
  ['plain text', 'text/plain', 'intent=x'],
  ['a type that is none', 'x', 'intent=x'],
  ['multipart without its boundary', 'multipart/form-data', part('intent', 'x')],
  ['multipart without an end', MULTIPART, part('intent', 'x')],
  ['multipart that is none', MULTIPART, 'intent=x'],
  ['multipart cut in a header', MULTIPART, '--limit\r\nContent-Disposition: form-da'],
  [
    'a file where a text is expected',
    MULTIPART,
    `--limit\r\nContent-Disposition: form-data; name="intent"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nx\r\n--limit--\r\n`,
  ],
  ['bytes', 'application/octet-stream', '\u0000\u0001\u0002'],
];

test('[SC11] whatever body comes to whatever address of a page is taken or refused, and never an error of ours', {
  timeout: 900_000,
}, async () => {
  const pages = tableRoutes.filter(({ path }) => path !== 'deconnexion');
  const seen = new Map<string, number>();
  for (const { path } of pages) {
    const address = addressOf(path, names);
    for (const [what, contentType, body] of BODIES) {
      const { status, text } = await demonstration.ask('coordinator', address, {
        method: 'POST',
        headers: { origin: demonstration.origin, ...(contentType && { 'content-type': contentType }) },
        body,
      });
      if (status >= 500) seen.set(`${path} ${what}`, status);
      if (status >= 400)
        expect.soft(text, `${path} ${what}`).not.toMatch(/node_modules|TypeError|\bat \S+ \(/);
    }
  }
  expect([...seen.keys()]).toEqual([]);

  // What is no form at all, and what is too long for one, in words and by the right number.
  const send = (headers: Record<string, string>, body: string) =>
    demonstration.ask('coordinator', '/connexion', {
      method: 'POST',
      headers: { origin: demonstration.origin, ...headers },
      body,
    });
  const form = 'application/x-www-form-urlencoded';
  const answers = [
    await send({ 'content-type': 'application/json' }, '{}'),
    await send({ 'content-type': MULTIPART }, part('email', 'x')),
    await send({ 'content-type': form }, `email=${'x'.repeat(5 * 1024 * 1024)}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([415, 400, 413]);
  for (const { text } of answers) expect(text).toMatch(/^Demande illisible\. /);
});

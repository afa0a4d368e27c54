import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { lateModules } from '#app/kernel/late-modules.server.ts';

const page = (script: string) => Buffer.from(`<html><body><p>Été</p>${script}<p>fin</p></body></html>`);
const modules = page('<script nonce="n1" type="module" async="">import("/a.js")</script>');

/** The page as a browser gets it when it leaves in pieces of this many bytes. */
async function through(bytes: Buffer, size: number): Promise<string> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  return (await buffer(Readable.from(pieces).pipe(lateModules('n1')))).toString();
}

test('[S7] the modules of a page are handed over unrun, wherever the stream is cut', async () => {
  const whole = await through(modules, modules.length);
  expect(whole).toContain('<script nonce="n1" type="text/late-module">import("/a.js")</script><p>fin</p>');
  expect(whole).not.toContain('type="module"');
  expect(whole.startsWith('<html><body><p>Été</p><script nonce="n1">')).toBe(true);
  for (let size = 1; size < modules.length; size++) expect(await through(modules, size)).toBe(whole);
});

test('[S7] a page without modules, or with the modules of another answer, goes through as it is', async () => {
  for (const script of ['', '<script nonce="n2" type="module" async="">import("/a.js")</script>']) {
    for (const size of [1, 7, 10_000])
      expect(await through(page(script), size)).toBe(page(script).toString());
  }
});

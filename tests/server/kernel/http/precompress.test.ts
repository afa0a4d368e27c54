import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { precompress } from '#server/kernel/http/precompress.ts';

const SCRIPT = 'export const sentence = "Plan de sobriété";\n'.repeat(100);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordee-precompress-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/entry.js'), SCRIPT);
  writeFileSync(join(folder, 'assets/tiny.css'), 'a{}');
  writeFileSync(join(folder, 'assets/font.woff2'), SCRIPT);
});

afterEach(() => rmSync(folder, { recursive: true }));

test('[H8] every text file of a build gets two compressed copies that give it back', async () => {
  expect(await precompress(folder)).toBe(1);
  expect(brotliDecompressSync(readFileSync(join(folder, 'assets/entry.js.br'))).toString()).toBe(SCRIPT);
  expect(gunzipSync(readFileSync(join(folder, 'assets/entry.js.gz'))).toString()).toBe(SCRIPT);
});

test('[H8] what is small or compressed already gets none', async () => {
  await precompress(folder);
  const names = readdirSync(join(folder, 'assets')).sort();
  expect(names).toEqual(['entry.js', 'entry.js.br', 'entry.js.gz', 'font.woff2', 'tiny.css']);
});

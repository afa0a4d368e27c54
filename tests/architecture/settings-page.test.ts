import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Variables } from '#server/kernel/env.ts';
import { settingsPage } from '#server/kernel/settings-page.ts';
import { Provider } from '#server/people/auth/oidc-settings.ts';

const page = readFileSync('docs/settings.md', 'utf8');

test('[S9] the page of the settings is what the code gives: else `npm run docs:settings`', () => {
  expect(page).toBe(settingsPage());
});

test('[S9] every setting that the process reads has one row, its own meaning, and nothing else has one', () => {
  const rows = [...page.matchAll(/^\| `([A-Z\d<>_]+)` \| .+ \| .+ \| (.+) \|$/gm)].map(
    ([, name = '', meaning = '']) => ({ name, meaning }),
  );
  expect(rows.map(({ name }) => name)).toEqual([
    ...Object.keys(Variables.shape),
    ...Object.keys(Provider.shape).map((name) => `OIDC_<NAME>_${name}`),
  ]);
  expect(new Set(rows.map(({ meaning }) => meaning)).size).toBe(rows.length);
});

test('[S9] no other page has a table of them', () => {
  const others = [
    'README.md',
    'docs/architecture.md',
    'docs/metrics.md',
    'docs/realtime-protocol.md',
    'docs/guide/administration-systeme.md',
    'docs/guide/proconnect.md',
  ];
  const names = [...Object.keys(Variables.shape), ...Object.keys(Provider.shape)];
  for (const other of others) {
    const first = [...readFileSync(other, 'utf8').matchAll(/^\| `([A-Z\d_]+)`/gm)].map(
      ([, name = '']) => name,
    );
    expect(first.filter((name) => names.includes(name))).toEqual([]);
  }
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every journey is one of `support/journey.ts`, which leaves no page open behind it', () => {
  const journeys = readdirSync('tests/e2e', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.spec.ts'),
  );
  expect(journeys.length).toBeGreaterThan(80);
  const others = journeys.filter(
    (name) =>
      !readFileSync(`tests/e2e/${name}`, 'utf8').includes("import { test } from '../support/journey.ts';"),
  );
  expect(others).toEqual([]);
});

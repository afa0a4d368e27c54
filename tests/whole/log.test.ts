import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demonstration, startDemonstration } from '#tests/support/people/demonstration.ts';
import { tellSecrets } from '#tests/support/told-secrets.ts';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration({ LOG_LEVEL: 'debug' });
}, 300_000);
afterAll(() => demonstration.close());

test('[SC12] the log holds no password, token, address, title, text, comment or word that was searched', {
  timeout: 300_000,
}, async () => {
  const { output } = demonstration;
  const secrets = await tellSecrets(demonstration);
  // It is what the process says: without a word of it the rest would prove nothing.
  expect(output()).toContain('Cordée est prête');
  const wrong = Object.entries(secrets).filter(([, secret]) => {
    expect(secret.length).toBeGreaterThan(9);
    return output().toLowerCase().includes(secret.toLowerCase());
  });
  expect(wrong.map(([what]) => what)).toEqual([]);
});

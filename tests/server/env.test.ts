import { describe, expect, test } from 'vitest';
import { readEnv } from '#server/env.ts';
import { StartRefusal } from '#server/start-refusal.ts';

function refusalOf(variables: Record<string, string>): readonly string[] {
  try {
    readEnv(variables);
  } catch (error) {
    if (error instanceof StartRefusal) return error.sentences;
    throw error;
  }
  throw new Error('the environment was accepted');
}

describe('[S1] the environment is parsed at the door', () => {
  test('an empty environment gives the documented defaults', () => {
    const env = readEnv({ PORT: '', ORIGIN: '' });
    expect(env).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DEMO: false, UPLOAD_MAX_MB: 20 });
    expect(env.ORIGIN).toBeUndefined();
    expect(env.DATA_DIR).toMatch(/data$/);
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['ORIGIN', 'cordee.exemple.fr'],
    ['ORIGIN', 'https://cordee.exemple.fr/espace'],
    ['ORIGIN', 'javascript:alert(1)'],
    ['DATABASE_URL', 'mysql://localhost/base'],
    ['SMTP_URL', 'http://relais'],
    ['SESSION_SECRET', 'court'],
    ['UPLOAD_MAX_MB', '0'],
    ['DEMO', 'oui'],
    ['OUTSIDE', 'oui'],
    ['OUTSIDE_ALLOW', 'exemple.fr'],
  ])('%s=%s stops the start with one sentence that names it', (name, value) => {
    const sentences = refusalOf({ [name]: value });
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(new RegExp(`^${name} .*\\.$`));
  });

  test('several faults give one sentence each', () => {
    expect(refusalOf({ PORT: 'x', DATABASE_URL: 'x', SMTP_URL: 'x' })).toHaveLength(3);
  });

  test('an origin is kept without its final slash', () => {
    expect(readEnv({ ORIGIN: 'https://cordee.exemple.fr/' }).ORIGIN).toBe('https://cordee.exemple.fr');
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isSchemaName, movePhase, parseTrack, schemaAddress } from '#shared/programme/track/track.ts';

const typed = { title: 'Arbres urbains', purpose: '', schemaName: '', isForCommonCore: '' };
const REGISTER = '../shared/data/schemas-data-gouv.csv';

describe('[ST1] what a track says', () => {
  test('a title, and a name of the register once it has one', () => {
    expect(parseTrack({ ...typed, schemaName: ' scdl/equipements ', isForCommonCore: 'oui' })).toEqual({
      fields: { title: 'Arbres urbains', purpose: '', schemaName: 'scdl/equipements', isForCommonCore: true },
    });
    const wrong = { title: ' ', purpose: 'a'.repeat(5_001), schemaName: 'https://x', isForCommonCore: '' };
    expect(parseTrack(wrong)).toEqual({
      faults: {
        title: 'track.titleInvalid',
        purpose: 'track.purposeTooLong',
        schemaName: 'track.schemaInvalid',
      },
    });
  });
  test('no name leads elsewhere', () => {
    for (const name of ['', 'scdl', '../etc', 'scdl/', 'a/b?c', 'a/b#c', 'a//b', '/a/b'])
      expect(isSchemaName(name), name).toBe(false);
    expect(schemaAddress('scdl/equipements')).toBe('https://schema.data.gouv.fr/scdl/equipements/');
  });
  test.skipIf(!existsSync(REGISTER))(`every name of the national register is one (${REGISTER})`, () => {
    const names = readFileSync(REGISTER, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0] ?? '');
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !isSchemaName(name))).toEqual([]);
  });
});

test('[ST2] forward is free, back and out want a reason', () => {
  expect(movePhase('investigation', 'publication', '')).toEqual({ ok: true });
  expect(movePhase('publication', 'construction', ' ')).toEqual({ ok: false, error: 'track.whyMissing' });
  expect(movePhase('publication', 'construction', 'Erreurs trouvées')).toEqual({ ok: true });
  expect(movePhase('construction', 'abandoned', '')).toEqual({ ok: false, error: 'track.whyMissing' });
  expect(movePhase('construction', 'construction', 'x')).toEqual({ ok: false, error: 'track.phaseSame' });
});

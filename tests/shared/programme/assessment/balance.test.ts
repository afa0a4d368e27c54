import { describe, expect, test } from 'vitest';
import { proposePairings } from '#shared/programme/assessment/balance.ts';
import { isOfCandidate } from '#shared/programme/assessment/recusal.ts';

const assessors = [
  { id: 'bdt-1', organisationId: 'bdt', load: 0 },
  { id: 'bdt-2', organisationId: 'bdt', load: 0 },
  { id: 'odf-1', organisationId: 'odf', load: 0 },
  { id: 'odf-2', organisationId: 'odf', load: 0 },
];
const application = (id: string, assessorIds: string[] = [], recusedIds: string[] = []) => ({
  id,
  assessorIds,
  recusedIds,
});

describe('[AS2] who is proposed for which application', () => {
  test('two each, of two organisations, and everybody has as much', () => {
    const pairings = proposePairings(
      ['a', 'b', 'c', 'd'].map((id) => application(id)),
      assessors,
    );
    expect(pairings).toHaveLength(8);
    for (const id of ['a', 'b', 'c', 'd']) {
      const chosen = pairings.filter(({ applicationId }) => applicationId === id);
      expect(new Set(chosen.map(({ userId }) => userId.slice(0, 3)))).toEqual(new Set(['bdt', 'odf']));
    }
    for (const { id } of assessors) expect(pairings.filter(({ userId }) => userId === id)).toHaveLength(2);
  });

  test('what is there stays, whoever is recused is never proposed', () => {
    expect(
      proposePairings(
        [application('a', ['bdt-1'], ['odf-1']), application('b', ['bdt-1', 'odf-1'])],
        assessors,
      ),
    ).toEqual([{ applicationId: 'a', userId: 'odf-2' }]);
  });

  test('the same organisation rather than nobody; nobody rather than a recused person', () => {
    expect(proposePairings([application('a', ['bdt-1'], ['odf-1', 'odf-2'])], assessors)).toEqual([
      { applicationId: 'a', userId: 'bdt-2' },
    ]);
    expect(proposePairings([application('a', [], ['bdt-2', 'odf-1', 'odf-2'])], assessors)).toEqual([
      { applicationId: 'a', userId: 'bdt-1' },
    ]);
    expect(proposePairings([application('a')], [])).toEqual([]);
  });

  test('whoever has more already gets less', () => {
    const loaded = assessors.map((one) => ({ ...one, load: one.id === 'bdt-1' ? 5 : 0 }));
    const pairings = proposePairings([application('a'), application('b')], loaded);
    expect(pairings.some(({ userId }) => userId === 'bdt-1')).toBe(false);
  });
});

describe('[AS3] who is recused by itself', () => {
  const candidates = {
    organisationId: 'valmont',
    coLeadIds: ['saint-aubin'],
    partnerNames: ['Agence d’urbanisme de Valmont'],
  };
  const of = (id: string, name = 'Autre', shortName = 'AU') => ({ id, name, shortName });

  test('people of the candidate, of a city that applies with it, of a partner that it names', () => {
    expect(isOfCandidate(of('valmont'), candidates)).toBe(true);
    expect(isOfCandidate(of('saint-aubin'), candidates)).toBe(true);
    expect(isOfCandidate(of('x', "agence d'Urbanisme  de valmont"), candidates)).toBe(true);
  });

  test('nobody else', () => {
    expect(isOfCandidate(null, candidates)).toBe(false);
    expect(isOfCandidate(of('bdt', 'Banque des Territoires', 'BdT'), candidates)).toBe(false);
    expect(isOfCandidate(of('x', ''), { ...candidates, partnerNames: [''] })).toBe(false);
  });
});

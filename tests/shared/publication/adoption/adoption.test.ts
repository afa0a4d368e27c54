import { describe, expect, test } from 'vitest';
import { ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import { adoptionRoleOf, canInAdoption, isAdopter } from '#shared/publication/adoption/adoption-access.ts';
import { changedNeeds } from '#shared/publication/adoption/changed-needs.ts';
import {
  checkInterestMove,
  INTEREST_STATES,
  interestMovesFrom,
} from '#shared/publication/adoption/interest.ts';
import { type KnownRecord, matchRecords } from '#shared/publication/adoption/match-records.ts';
import { nationalProposals, withProposals } from '#shared/publication/adoption/proposal.ts';
import { whomToAsk } from '#shared/publication/adoption/whom-to-ask.ts';
import type { SheetNeed } from '#shared/publication/sheet/sheet-facts.ts';

const need = (name: string, more: Partial<SheetNeed> = {}): SheetNeed => ({
  name,
  importance: 'essential',
  producerKind: 'public_local',
  producerName: 'Ville de Valmont',
  status: 'candidate',
  reason: null,
  schemaName: '',
  frequency: 'annual',
  licence: 'none',
  ...more,
});
const record = (title: string, more: Partial<KnownRecord> = {}): KnownRecord => ({
  id: title,
  title,
  schemaName: '',
  status: 'candidate',
  owner: 'city',
  ...more,
});

describe('[RP3] proposals', () => {
  test('open data of a national producer, and nothing else of the sheet', () => {
    const national = need('Climat', { producerKind: 'public_national', status: 'open' });
    const closed = need('Sol', { producerKind: 'public_national', status: 'closed_justified' });
    expect(nationalProposals([national, closed, need('Arbres', { status: 'open' })])).toEqual([
      { name: 'Climat', answer: 'open', ground: { kind: 'national' } },
    ]);
  });

  test('records by schema, or by two thirds of the words, whatever their accents and numbers', () => {
    const trees = need('Inventaire des arbres urbains', { schemaName: 'scdl/arbres' });
    const found = (records: KnownRecord[]) =>
      matchRecords([trees], records).map(({ answer, ground }) => [answer, ground]);
    const ground = (title: string, owner = 'city') => ({ kind: 'record', owner, id: title, title });
    expect(found([record('Inventaire d’arbre 2022')])).toEqual([
      ['closed', ground('Inventaire d’arbre 2022')],
    ]);
    expect(found([record('Arbres d’alignement')])).toEqual([]);
    expect(found([record('Alignements', { schemaName: ' SCDL/Arbres ' })])).toEqual([
      ['closed', ground('Alignements')],
    ]);
    const epci = record('Inventaire des arbres urbains', { owner: 'intermunicipality' });
    expect(found([epci])).toEqual([['obtainable', ground(epci.title, 'intermunicipality')]]);
    expect(found([epci, record('Arbres : inventaire', { status: 'open' })])).toEqual([
      ['open', ground('Arbres : inventaire')],
    ]);
    expect(matchRecords([need('…')], [record('…')])).toEqual([]);
  });

  test('never replace what was said', () => {
    const proposals = nationalProposals([
      need('Climat', { producerKind: 'public_national', status: 'open' }),
    ]);
    expect(withProposals([{ name: 'Climat', answer: 'unavailable' }], proposals)).toEqual([
      { name: 'Climat', answer: 'unavailable' },
    ]);
    expect(withProposals([], proposals)).toEqual([{ name: 'Climat', answer: 'open' }]);
  });
});

test('[RP4] a producer of the other city is not named, a national one is', () => {
  const needs = [need('Arbres'), need('Climat', { producerKind: 'public_national', producerName: 'Météo' })];
  const data = needs.map(({ name }) => ({ name, answer: 'obtainable' as const }));
  expect(whomToAsk(needs, { data, conditions: {} }).map(({ producerName }) => producerName)).toEqual([
    '',
    'Météo',
  ]);
  expect(whomToAsk(needs, { data: [{ name: 'Arbres', answer: 'closed' }], conditions: {} })).toEqual([]);
});

describe('[RP5] roles', () => {
  const person = { platformRole: 'member', standing: 'member', organisationId: 'clairvigne' } as const;
  test('of the city, of the coordination, of the programme, of nothing', () => {
    expect(adoptionRoleOf(person, 'clairvigne')).toBe('city');
    expect(adoptionRoleOf(person, 'pont-ormeau')).toBe('programme');
    expect(adoptionRoleOf({ ...person, platformRole: 'coordinator', standing: 'own' }, 'x')).toBe(
      'coordinator',
    );
    expect(adoptionRoleOf({ ...person, platformRole: 'reviewer', standing: 'own' }, 'x')).toBe('programme');
    expect(adoptionRoleOf({ ...person, organisationId: null, standing: 'guest' }, 'x')).toBeNull();
  });

  test('only the city writes its answers and makes its board; others know its interest', () => {
    const may = (action: Parameters<typeof canInAdoption>[1]) =>
      (['city', 'coordinator', 'programme', null] as const).map((role) => canInAdoption(role, action));
    expect(may('check.read')).toEqual([true, true, false, false]);
    expect(may('check.write')).toEqual([true, false, false, false]);
    expect(may('board.make')).toEqual([true, false, false, false]);
    expect(may('interest.move')).toEqual([true, true, false, false]);
    expect(may('interest.read')).toEqual([true, true, true, false]);
  });

  test('communes and intermunicipalities repeat use cases', () => {
    expect(ORGANISATION_KINDS.filter(isAdopter)).toEqual(['municipality', 'intermunicipality']);
  });
});

describe('[RP6] an interest', () => {
  test('goes from declared to done, is given up with a reason, and declared again', () => {
    expect(checkInterestMove(null, 'declared', '')).toEqual({ ok: true, value: undefined });
    expect(checkInterestMove('declared', 'givenUp', ' ')).toEqual({
      ok: false,
      error: 'adoption.reasonMissing',
    });
    expect(checkInterestMove('preparing', 'givenUp', 'Pas d’agent')).toMatchObject({ ok: true });
    expect(checkInterestMove('preparing', 'givenUp', 'x'.repeat(2_001))).toMatchObject({
      error: 'adoption.textTooLong',
    });
    expect(checkInterestMove('givenUp', 'declared', '')).toMatchObject({ ok: true });
  });

  test('takes no other step', () => {
    for (const from of [null, ...INTEREST_STATES])
      for (const to of INTEREST_STATES) {
        const isOffered = interestMovesFrom(from).some((known) => known.to === to);
        expect(checkInterestMove(from, to, 'parce que').ok).toBe(isOffered);
      }
    expect(checkInterestMove(null, 'done', '')).toMatchObject({ error: 'adoption.stateUnreachable' });
  });
});

test('[RP7] what the sheet asks for since: more, less, more or less important', () => {
  const before = [need('Arbres'), need('Eau', { importance: 'useful' }), need('Sol')];
  const today = [need('Arbres', { importance: 'useful' }), need('Eau'), need('Climat')];
  expect(changedNeeds(before, today)).toEqual({
    added: ['Climat'],
    removed: ['Sol'],
    raised: ['Eau'],
    lowered: ['Arbres'],
  });
  expect(changedNeeds(before, [...before].reverse())).toBeNull();
});

import { describe, expect, test } from 'vitest';
import {
  castableBy,
  checkProxy,
  type Elector,
  liveProxies,
  representedOf,
  votersOf,
} from '#shared/meetings/held/electorate.ts';
import { ABSTENTION, countVote, isQuorate, neededFor, parseChoices } from '#shared/meetings/held/vote.ts';

const city = (id: string) => ({ id, name: `Ville ${id}`, shortName: id, colour: 1 });
const elector = (id: string, organisation: string | null, more: Partial<Elector> = {}): Elector => ({
  id,
  name: `Personne ${id}`,
  organisation: organisation ? city(organisation) : null,
  role: 'contributor',
  isHere: true,
  ...more,
});

describe('who has a voice', () => {
  test('[MR5] one an organisation or one a person, of facilitators and contributors only', () => {
    const people = [
      elector('1', 'A'),
      elector('2', 'A', { isHere: false }),
      elector('3', 'B', { isHere: false }),
      elector('4', 'C', { role: 'observer' }),
      elector('5', 'D', { role: 'consultant' }),
      elector('6', 'E', { role: 'reviewer' }),
      elector('7', null, { role: 'facilitator' }),
    ];
    expect(votersOf(people, 'organisation')).toEqual([
      { key: 'organisation:A', name: 'Ville A', isHere: true },
      { key: 'organisation:B', name: 'Ville B', isHere: false },
    ]);
    expect(votersOf(people, 'person').map(({ key }) => key)).toEqual([
      'person:1',
      'person:2',
      'person:3',
      'person:7',
    ]);
  });

  test('[MR6] a proxy counts while its giver is away and its holder is here', () => {
    const people = [elector('1', 'A'), elector('2', 'B', { isHere: false }), elector('3', 'C')];
    const voters = votersOf(people, 'person');
    const proxies = [
      { giver: 'person:2', holder: 'person:1' },
      { giver: 'person:3', holder: 'person:1' },
    ];
    expect(liveProxies(voters, proxies)).toEqual([{ giver: 'person:2', holder: 'person:1' }]);
    expect(representedOf(voters, proxies)).toBe(3);
  });

  test('[MR6] a voice is given to another voter who gave none, and nobody holds more than two', () => {
    const voters = votersOf(
      ['1', '2', '3', '4'].map((id) => elector(id, id)),
      'person',
    );
    const check = (giver: string, holder: string, held: readonly [string, string][] = []) => {
      const proxies = held.map(([from, to]) => ({ giver: `person:${from}`, holder: `person:${to}` }));
      const done = checkProxy({ giver: `person:${giver}`, holder: `person:${holder}` }, { voters, proxies });
      return done.ok || done.error;
    };
    expect(check('1', '2')).toBe(true);
    expect(check('1', '1')).toBe('meetingHeld.proxySelf');
    expect(check('1', '9')).toBe('meetingHeld.proxyNoVoter');
    expect(check('1', '2', [['2', '3']])).toBe('meetingHeld.proxyChain');
    expect(check('1', '2', [['3', '1']])).toBe('meetingHeld.proxyChain');
    const two = [
      ['3', '2'],
      ['4', '2'],
    ] as const;
    expect(
      check(
        '1',
        '2',
        two.map(([from, to]) => [from, to]),
      ),
    ).toBe('meetingHeld.proxyFull');
    expect(
      check(
        '3',
        '2',
        two.map(([from, to]) => [from, to]),
      ),
    ).toBe(true);
  });

  test('[MR8] one casts one’s own voice and those one holds, and only while one is here', () => {
    const people = [elector('1', 'A'), elector('2', 'B', { isHere: false }), elector('3', 'C')];
    const voters = votersOf(people, 'organisation');
    const proxies = [{ giver: 'organisation:B', holder: 'organisation:A' }];
    const cast = (who: Elector) => castableBy(who, 'organisation', { voters, proxies });
    expect(people.map(cast)).toEqual([['organisation:A', 'organisation:B'], [], ['organisation:C']]);
    expect(cast(elector('9', 'A', { role: 'observer' }))).toEqual([]);
  });
});

describe('a vote', () => {
  test('[MR7] has two to ten choices, one a line, beside the abstention', () => {
    const parsed = parseChoices(' Pour \n\nContre\nPour\n');
    expect(parsed).toEqual({
      ok: true,
      value: [
        { id: 'choix-1', label: 'Pour' },
        { id: 'choix-2', label: 'Contre' },
      ],
    });
    expect(parseChoices('Pour')).toEqual({ ok: false, error: 'meetingHeld.choicesTooFew' });
    const eleven = Array.from({ length: 11 }, (_, index) => `Choix ${index}`).join('\n');
    expect(parseChoices(eleven)).toEqual({ ok: false, error: 'meetingHeld.choicesTooMany' });
  });

  test('[MR9] counts the voices of voters, abstentions apart, and says which choices lead', () => {
    const choices = [
      { id: 'a', label: 'Pour' },
      { id: 'b', label: 'Contre' },
    ];
    const voices = [
      { voter: '1', choice: 'a' },
      { voter: '2', choice: 'b' },
      { voter: '3', choice: ABSTENTION },
      { voter: '9', choice: 'b' },
      { voter: '4', choice: 'z' },
    ];
    const result = countVote({
      choices,
      voices,
      voters: ['1', '2', '3', '4'],
      represented: 3,
      quorum: 'half',
    });
    expect(result).toEqual({
      counts: [
        { choice: 'a', voices: 1 },
        { choice: 'b', voices: 1 },
        { choice: ABSTENTION, voices: 1 },
      ],
      eligible: 4,
      represented: 3,
      needed: 2,
      cast: 3,
      leading: ['a', 'b'],
    });
    expect(isQuorate(result)).toBe(true);
    expect(isQuorate({ ...result, represented: 1 })).toBe(false);
  });

  test('[MR9] half of five is three, two thirds of four is three, and no quorum needs nobody', () => {
    expect(neededFor('half', 5)).toBe(3);
    expect(neededFor('half', 4)).toBe(2);
    expect(neededFor('twoThirds', 4)).toBe(3);
    expect(neededFor('none', 4)).toBe(0);
  });
});

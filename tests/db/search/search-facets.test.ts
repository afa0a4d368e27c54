import { expect, test } from 'vitest';
import { keysOf } from '#shared/kernel/keys.ts';
import { KIND_STATES, stateOf } from '#shared/kind-states.fr.ts';
import { THEME_KEYS } from '#shared/people/group/theme.ts';
import { withDb } from '#tests/support/database.ts';
import { find, WORD } from '#tests/support/search/search.ts';
import { searchWorld } from '#tests/support/search/search-world.ts';

test('[SE5] what is found of a kind is in exactly one of its states, and of at most one theme', () =>
  withDb(async (db) => {
    const { readers } = await searchWorld(db);
    const keys = ({ items }: Awaited<ReturnType<typeof find>>) =>
      items.map(({ kind, id }) => `${kind}:${id}`);
    const seen = new Set<string>();
    for (const [name, userId] of Object.entries(readers))
      for (const kind of keysOf(KIND_STATES)) {
        const whole = keys(await find(db, userId, WORD, { kind })).sort();
        if (whole.length === 0) continue;
        seen.add(kind);
        const apart: string[] = [];
        for (const state of Object.keys(KIND_STATES[kind]))
          apart.push(...keys(await find(db, userId, WORD, { kind, inState: stateOf(kind, state) })));
        // A check that declares no interest is in no state.
        if (kind === 'adoption') expect(whole, `${name} ${kind}`).toEqual(expect.arrayContaining(apart));
        else expect(apart.sort(), `${name} ${kind}`).toEqual(whole);
      }
    expect([...seen].sort()).toEqual([...keysOf(KIND_STATES)].sort());
    const coordinator = readers['platform admin'] ?? '';
    const whole = keys(await find(db, coordinator, WORD));
    const themed: string[] = [];
    for (const theme of THEME_KEYS) themed.push(...keys(await find(db, coordinator, WORD, { theme })));
    expect(new Set(themed).size).toBe(themed.length);
    expect(whole).toEqual(expect.arrayContaining(themed));
    const kinds = [...new Set(themed.map((key) => key.split(':')[0]))];
    expect(kinds).toEqual(
      expect.arrayContaining(['document', 'card', 'experiment', 'log', 'data-need', 'issue', 'mission']),
    );
    expect(kinds).not.toContain('city');
    // Nobody finds by a theme or a state what they do not find without.
    const outsider = keys(await find(db, readers.outsider ?? '', WORD));
    for (const theme of THEME_KEYS)
      for (const key of keys(await find(db, readers.outsider ?? '', WORD, { theme })))
        expect(outsider).toContain(key);
  }));

test('[SE5] a state is one of the kind, or none', () => {
  expect(stateOf('experiment', 'running')).toEqual({ kind: 'experiment', state: 'running' });
  for (const [kind, state] of [
    ['experiment', 'held'],
    ['document', 'running'],
    [null, 'running'],
    ['experiment', null],
    ['experiment', 'toString'],
  ] as const)
    expect(stateOf(kind, state), `${kind} ${state}`).toBeNull();
});

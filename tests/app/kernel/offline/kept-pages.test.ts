import { describe, expect, it } from 'vitest';
import {
  buildOfPage,
  buildsToDrop,
  fateOf,
  type KeptEntry,
  mustFetch,
  roomsToEvict,
} from '#app/kernel/offline/kept-pages.ts';
import { addressToOpen, OPEN_MARK } from '#app/kernel/offline/open-mark.ts';
import { NOTHING_UNSENT } from '#shared/kernel/offline/unsent.ts';
import { paths } from '#shared/paths.ts';

const entry = (room: string, openedAt: number, bytes = 10): KeptEntry => ({
  room,
  title: room,
  group: 'g',
  account: 'a',
  path: `/${room}`,
  build: 'b1',
  bytes,
  keptAt: openedAt,
  openedAt,
});
const entries = [entry('old', 1), entry('new', 3), entry('mid', 2)];
const none = NOTHING_UNSENT;
const twoIn = (room: string) => ({ ...none, changes: new Map([[room, 2]]) });

describe('[L7] what leaves the device when it is too much', () => {
  it('is what was not opened for the longest time', () => {
    expect(roomsToEvict(entries, none, { rooms: 3, bytes: 30 })).toEqual([]);
    expect(roomsToEvict(entries, none, { rooms: 2, bytes: 30 })).toEqual(['old']);
    expect(roomsToEvict(entries, none, { rooms: 3, bytes: 20 })).toEqual(['old']);
  });

  it('is never a room with unsent changes, nor the last opened however heavy', () => {
    expect(roomsToEvict(entries, twoIn('old'), { rooms: 2, bytes: 30 })).toEqual([]);
    expect(roomsToEvict(entries, twoIn('old'), { rooms: 1, bytes: 30 })).toEqual(['mid']);
    expect(roomsToEvict(entries, { ...none, unread: new Set(['old']) }, { rooms: 1, bytes: 30 })).toEqual([
      'mid',
    ]);
    expect(roomsToEvict([entry('huge', 1, 99)], none, { rooms: 2, bytes: 30 })).toEqual([]);
  });

  it('a heavy page leaves lighter ones their place', () => {
    const heavy = [entry('last', 3), entry('heavy', 2, 99), entry('light', 1)];
    expect(roomsToEvict(heavy, none, { rooms: 9, bytes: 30 })).toEqual(['heavy']);
  });
});

describe('[L7] when a page is asked for again', () => {
  const kept = entry('r', 1_000);
  it('never kept, of another build, or older than a day', () => {
    expect(mustFetch(null, 'b1', 1_000)).toBe(true);
    expect(mustFetch(kept, 'b2', 1_000)).toBe(true);
    expect(mustFetch(kept, 'b1', 1_000 + 86_400_001)).toBe(true);
    expect(mustFetch(kept, 'b1', 1_000 + 86_400_000)).toBe(false);
  });
});

describe('[L7] the build of a page', () => {
  const page = '<html><script nonce="n">import "/assets/manifest-8855963b.js";</script></html>\n';
  it('is named by its manifest', () => {
    expect(buildOfPage(page)).toBe('8855963b');
  });
  it('is unknown when the page is cut short, or has no scripts', () => {
    expect(buildOfPage(page.slice(0, -9))).toBeNull();
    expect(buildOfPage('<html>Réseau de la gare</html>')).toBeNull();
  });
  it('[L8] keeps its files while a page or the one before needs them', () => {
    const builds = ['b1', 'b2', 'b3', 'b4'];
    expect(buildsToDrop(builds, 'b4', [])).toEqual(['b1', 'b2']);
    expect(buildsToDrop(builds, 'b4', [{ build: 'b1' }])).toEqual(['b2']);
    expect(buildsToDrop(['b4'], 'b4', [])).toEqual([]);
  });
});

describe('[L9] what an answer says of a room', () => {
  it.each([
    [200, 'readable'],
    [401, 'taken'],
    [403, 'taken'],
    [404, 'taken'],
    [429, 'unknown'],
    [500, 'unknown'],
    [503, 'unknown'],
  ])('%i: %s', (status, fate) => {
    expect(fateOf(status)).toBe(fate);
  });
});

describe('[L7] the card that a kept board has to open', () => {
  const board = { id: '0197a7c2-6f3e-7c11-8a9b-4f5d6e7a8b9c', title: 'Suivi' };
  const other = { id: '0197a7c2-6f3e-7c11-8a9b-4f5d6e7a8b9d' };
  const pathname = paths.board(board);
  it('is one of the same board', () => {
    const card = paths.boardCard({ id: board.id }, 'c1');
    expect(addressToOpen({ pathname, hash: OPEN_MARK + card })).toBe(card);
    expect(addressToOpen({ pathname, hash: OPEN_MARK + paths.boardCard(other, 'c1') })).toBeNull();
  });
  it.each(['', '#titre', OPEN_MARK, `${OPEN_MARK}https://exemple.fr/`, `${OPEN_MARK}//exemple.fr/`])(
    'is none in « %s »',
    (hash) => {
      expect(addressToOpen({ pathname, hash })).toBeNull();
    },
  );
});

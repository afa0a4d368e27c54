import { expect, it } from 'vitest';
import { asidePrefix, copyName } from '#app/realtime/device-copies.ts';

it('[L5] names a copy by its account and its room: no two of either share one', () => {
  const rooms = ['document:a', 'document:b', 'board:a'];
  const names = ['nadia', 'paul'].flatMap((account) => rooms.map((room) => copyName(account, room)));
  expect(new Set(names).size).toBe(names.length);
  // What was put aside of a room goes with the copies of its account, and is none of another room.
  const aside = asidePrefix('nadia', 'document:a');
  expect(names.filter((name) => aside.startsWith(name))).toEqual([copyName('nadia', 'document:a')]);
});

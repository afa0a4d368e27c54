import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LINKED_KINDS, objectAddress, objectAtAddress } from '#shared/documents/text/object-address.ts';
import { KIND_NAMES, KINDS } from '#shared/kinds.ts';
import {
  gaps,
  KIND_TABLES,
  kindsPage,
  OF_NO_KIND,
  SCHEMA_TABLES,
  staleReasons,
} from '#tests/support/kinds-page.ts';

test('[KI1] every table of the schema belongs to one kind, or stands in a list with its reason', () => {
  const known = [...Object.values(KIND_TABLES), ...Object.keys(OF_NO_KIND)].flatMap((tables) =>
    tables.split(' '),
  );
  expect(known.toSorted()).toEqual(Object.keys(SCHEMA_TABLES).toSorted());
});

test('[KI3] the page of the kinds is what the code does: else `WRITE_DOCS=1`', () => {
  if (process.env.WRITE_DOCS) writeFileSync('docs/kinds.md', kindsPage());
  expect(readFileSync('docs/kinds.md', 'utf8')).toBe(kindsPage());
});

test('[KI3] promises that a kind does not make yet only become fewer, and no reason outlives its gap', () => {
  expect(gaps().length).toBe(MOST_GAPS);
  expect(staleReasons()).toEqual([]);
});

const MOST_GAPS = 0;

const ORIGIN = 'https://cordee.exemple';
const NOWHERE = {
  documentId: null,
  boardId: null,
  parentId: null,
  cardId: null,
  sharedGroupId: null,
  cityCode: null,
};

test.each(KIND_NAMES.filter((kind) => LINKED_KINDS.includes(kind)))(
  '[KI2] [D14] the address of a page of the kind %s is a link to it, and the link leads there',
  (kind) => {
    const one = '0afc97c6-25e7-4a47-896d-8db3e76baf17';
    const id = { card: `${one}/carte`, 'data-need': `${one}/${one}`, city: '02789' }[kind as string] ?? one;
    const path = KINDS[kind].path({ ...NOWHERE, id, title: 'Un nom' });
    expect(objectAtAddress(`${ORIGIN}${path}`, ORIGIN)).toEqual({ kind, id });
    expect(objectAddress({ kind, id }, 'Un nom')).toBe(path);
  },
);

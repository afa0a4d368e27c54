import { expect, test } from 'vitest';
import { decidePeople, type KnownPeople } from '#shared/people/invitation/people-list.ts';
import { PEOPLE_MAX, type PersonLine, readPeopleTable } from '#shared/people/invitation/people-table.ts';
import { plainCell, readableName } from '#shared/people/invitation/readable-name.ts';

const rowsOf = (...lines: string[][]) => lines.map((cells, at) => ({ line: at + 1, cells }));
const person = (line: number, more: Partial<PersonLine> = {}): PersonLine => ({
  ...{
    line,
    email: `p${line}@valmont.example`,
    name: 'Nadia Ferrand',
    organisation: '',
    role: '',
    groups: [],
  },
  ...more,
});
const nothing: KnownPeople = { accounts: new Map(), waiting: new Set(), organisations: [], groups: [] };

test('[IB1] columns are named in any order; a first name goes before the name', () => {
  const read = readPeopleTable(
    rowsOf(
      ['Groupes', 'Nom', 'Prénom', 'Adresse électronique', 'Collectivité', 'Rôle'],
      ['Nature | Eau', 'Ferrand', 'Nadia', 'n@v.fr', 'Valmont', 'animation'],
    ),
  );
  expect(read).toEqual({
    ok: true,
    value: [
      {
        ...{ line: 2, email: 'n@v.fr', name: 'Nadia Ferrand', organisation: 'Valmont', role: 'animation' },
        groups: ['Nature', 'Eau'],
      },
    ],
  });
});

test('[IB1] without names of columns the address tells itself apart', () => {
  const read = readPeopleTable(
    rowsOf(
      ['Nadia Ferrand', 'n@v.fr', 'Valmont'],
      ['m@v.fr', 'Marc Petit'],
      [' '],
      ['"Ana Ruiz" <ana@v.fr>', 'Agen', 'obs.', 'Eau'],
    ),
  );
  expect(
    read.ok && read.value.map(({ line, email, name, organisation }) => [line, email, name, organisation]),
  ).toEqual([
    [1, 'n@v.fr', 'Nadia Ferrand', 'Valmont'],
    [2, 'm@v.fr', 'Marc Petit', ''],
    [4, 'ana@v.fr', 'Ana Ruiz', 'Agen'],
  ]);
});

test('[IB1] a list that is empty, without address, or too long is refused as a whole', () => {
  const many = Array.from({ length: PEOPLE_MAX + 1 }, (_, at) => ['Nom', `p${at}@v.fr`]);
  for (const [rows, error] of [
    [rowsOf(), 'peopleList.empty'],
    [rowsOf(['', ' ']), 'peopleList.empty'],
    [rowsOf(['Nom', 'Adresse']), 'peopleList.empty'],
    [rowsOf(['Nom', 'Organisation'], ['Nadia', 'Valmont']), 'peopleList.noAddress'],
    [rowsOf(['Nadia', 'Valmont']), 'peopleList.noAddress'],
    [rowsOf(...many), 'peopleList.tooLong'],
  ] as const)
    expect(readPeopleTable(rows)).toEqual({ ok: false, error });
  expect(readPeopleTable(rowsOf(...many.slice(1))).ok).toBe(true);
});

test('[IB2] names in capitals are made readable; those that are well written stay', () => {
  for (const [said, read] of [
    ['NADIA FERRAND', 'Nadia Ferrand'],
    ['FERRAND Nadia', 'Ferrand Nadia'],
    ['jean-luc o’brien', 'Jean-Luc O’Brien'],
    ['MARIE DE LA TOUR', 'Marie de la Tour'],
    ['ÉLODIE D’ARTAGNAN', 'Élodie d’Artagnan'],
    ['Nadia McFerrand', 'Nadia McFerrand'],
    ['J. FERRAND', 'J. Ferrand'],
  ] as const)
    expect(readableName(said)).toBe(read);
});

test('[IB2] what a spreadsheet would take for a formula is read as a text', () => {
  for (const [cell, read] of [
    ['="Ana"', 'Ana'],
    ['=HYPERLINK("x")', 'HYPERLINK("x")'],
    ['+Ana', 'Ana'],
    ['@ana', 'ana'],
    ['-', ''],
    ['Ana\r\nRuiz', 'Ana Ruiz'],
  ] as const)
    expect(plainCell(cell)).toBe(read);
});

test('[IB2] every fault is named with its line, all of a line at once, and the others are taken', () => {
  const decided = decidePeople(
    [
      person(1),
      person(2, { email: 'P1@Valmont.example ' }),
      person(3, { email: 'nadia', name: '', organisation: 'Inconnue', role: 'chef', groups: ['Nulle part'] }),
      person(4, { email: '', name: 'x'.repeat(101) }),
    ],
    nothing,
  );
  expect(decided.people.map(({ line }) => line)).toEqual([1]);
  expect(decided.faults.map(({ line, code }) => `${line} ${code}`)).toEqual([
    '2 email.twice',
    '3 email.invalid',
    '3 name.missing',
    '3 organisation.unknown',
    '3 group.unknown',
    '3 role.unknown',
    '4 email.missing',
    '4 name.tooLong',
  ]);
});

test('[IB2] an organisation is named by its name or its Insee code, a group by its name, a role by its word', () => {
  const known: KnownPeople = {
    ...nothing,
    organisations: [{ id: 'o', name: 'Saint-Aubin-les-Marais', municipalityCode: '90010' }],
    groups: [
      { id: 'g', name: 'Nature en ville' },
      { id: 'h', name: 'Eau' },
    ],
  };
  const { people, faults } = decidePeople(
    [
      person(1, {
        organisation: 'saint aubin les marais',
        role: 'Animatrice',
        groups: ['NATURE EN VILLE', 'Eau', 'eau'],
      }),
      person(2, { organisation: '90010', role: 'observer' }),
    ],
    known,
  );
  expect(faults).toEqual([]);
  expect(people).toMatchObject([
    { organisation: { id: 'o' }, role: 'facilitator', groups: [{ id: 'g' }, { id: 'h' }], does: 'invite' },
    { organisation: { id: 'o' }, role: 'observer', groups: [], does: 'invite' },
  ]);
});

test('[IB2] nobody is written to twice: an account joins its groups, or is told of; an invitation that waits stays', () => {
  const known: KnownPeople = {
    ...nothing,
    accounts: new Map([
      ['p1@valmont.example', { id: 'u1', name: 'Une' }],
      ['p2@valmont.example', { id: 'u2', name: 'Deux' }],
    ]),
    waiting: new Set(['p3@valmont.example']),
    groups: [{ id: 'g', name: 'Eau' }],
  };
  const { people, notes } = decidePeople([person(1, { groups: ['Eau'] }), person(2), person(3)], known);
  expect(people).toMatchObject([{ line: 1, does: 'join', userId: 'u1' }]);
  expect(notes).toMatchObject([
    { line: 2, code: 'person.hasAccount' },
    { line: 3, code: 'person.waits' },
  ]);
});

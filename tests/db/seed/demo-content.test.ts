import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import { doc } from '#db/seed/builders/prose.ts';
import { begunBoards, demoBoards } from '#db/seed/demo/boards.ts';
import { demoDatasets } from '#db/seed/demo/datasets.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';
import { demoDocuments } from '#db/seed/demo/documents.ts';
import { demoGroups } from '#db/seed/demo/groups.ts';
import { demoMeetings } from '#db/seed/demo/meetings.ts';
import { demoOrganisations } from '#db/seed/demo/organisations.ts';
import { demoAccounts, demoPeople } from '#db/seed/demo/people.ts';
import { demoCollection, demoResources } from '#db/seed/demo/resources.ts';
import { spaceBoards, spaceDocuments } from '#db/seed/demo/spaces.ts';
import { programmeSeason } from '#db/seed/season.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';

const schema = getSchema([...documentExtensions]);
const wholeOf = ({ sections }: DemoDocument) =>
  Node.fromJSON(schema, doc(...sections.flatMap(({ nodes }) => nodes)));

const organisationKeys: string[] = demoOrganisations.map(({ key }) => key);
const personKeys: string[] = demoPeople.map(({ key }) => key);
const groupKeys: string[] = demoGroups.map(({ key }) => key);
const personByKey = new Map<string, (typeof demoPeople)[number]>(
  demoPeople.map((person) => [person.key, person]),
);

/** Everybody who may be in a group: members, and the people of member organisations. */
function peopleOf(groupKey: string): Map<string, string[]> {
  const group = demoGroups.find(({ key }) => key === groupKey);
  if (!group) throw new Error(`No group ${groupKey}`);
  const roles = new Map<string, string[]>();
  const add = (person: string, role: string) => roles.set(person, [...(roles.get(person) ?? []), role]);
  for (const { person, role } of group.members) add(person, role);
  for (const { organisation, role } of group.organisations) {
    for (const person of demoPeople) if (person.organisation === organisation) add(person.key, role);
  }
  return roles;
}

const twice = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index);

describe('[DE1] the accounts and the first group are those of the outside contract', () => {
  test('the ten accounts, and no other, are offered for sign-in', () => {
    expect(demoAccounts.map(({ email }) => email.replace('@demo.example', '')).sort()).toEqual(
      [
        'admin',
        'animation',
        'relecture',
        'metier.a',
        'donnees.a',
        'metier.b',
        'donnees.b',
        'conseil',
        'atd',
        'ville',
      ].sort(),
    );
  });

  test('the two of a city work for that city, and the platform roles are three', () => {
    const of = (email: string) => demoAccounts.find((person) => person.email === `${email}@demo.example`);
    expect([of('metier.a'), of('donnees.a')].map((person) => person?.organisation)).toEqual([
      'valmont',
      'valmont',
    ]);
    expect([of('metier.b'), of('donnees.b')].map((person) => person?.organisation)).toEqual([
      'saint-aubin',
      'saint-aubin',
    ]);
    expect(of('admin')?.platformRole).toBe('admin');
    expect(of('animation')?.platformRole).toBe('coordinator');
    expect(of('relecture')?.platformRole).toBe('reviewer');
    expect(demoPeople.filter(({ platformRole }) => platformRole !== 'member')).toHaveLength(3);
  });

  test('the first group gives each account its role, in its own name and in no other way', () => {
    const roles = [...peopleOf(demoGroups[0]?.key ?? '')].flatMap(([key, held]) => {
      const email = personByKey.get(key)?.email ?? '';
      return email.endsWith('@demo.example') ? [[email.replace('@demo.example', ''), held] as const] : [];
    });
    expect(Object.fromEntries(roles)).toEqual({
      animation: ['facilitator'],
      'metier.a': ['contributor'],
      'donnees.a': ['contributor'],
      'metier.b': ['contributor'],
      'donnees.b': ['contributor'],
      relecture: ['reviewer'],
      atd: ['observer'],
    });
  });

  test('the consultant works for city A until a date, and the city without experiment is in no group', () => {
    const consultants = demoGroups.flatMap(({ members }) =>
      members.filter(({ role }) => role === 'consultant'),
    );
    expect(consultants).toEqual([
      { person: 'camille-roche', role: 'consultant', until: '2023-09-30', city: 'valmont' },
    ]);
    expect(groupKeys.filter((key) => peopleOf(key).has('aurelie-vasseur'))).toEqual([]);
  });
});

describe('[DE2] the demonstration holds together', () => {
  test('season 2, three themes, a group for each, ten organisations, a dozen documents, two boards', () => {
    expect(programmeSeason.number).toBe(2);
    expect(programmeSeason.themes.map(({ key }) => key)).toEqual(['transition', 'biodiversite', 'risques']);
    expect(demoGroups.map(({ theme }) => theme)).toEqual(['transition', 'biodiversite', 'risques']);
    expect(demoOrganisations).toHaveLength(10);
    expect(demoDocuments.length).toBeGreaterThanOrEqual(12);
    expect(demoBoards).toHaveLength(2);
  });

  test('no key, address or title is there twice, and every key leads somewhere', () => {
    const emails = demoPeople.map(({ email }) => email);
    const documents = demoDocuments.map(({ key }) => key);
    const titles = demoDocuments.map(({ title }) => title);
    expect([organisationKeys, personKeys, groupKeys, emails, documents, titles].flatMap(twice)).toEqual([]);
    expect(demoPeople.filter(({ organisation }) => !organisationKeys.includes(organisation))).toEqual([]);
    expect([...demoDocuments, ...demoBoards].filter(({ group }) => !groupKeys.includes(group))).toEqual([]);
  });

  test('in the space of an organisation its own people write, and no title is there twice', () => {
    const ofPerson = (key: string) => demoPeople.find((person) => person.key === key)?.organisation;
    const strangers = spaceDocuments.filter(({ group, authors }) =>
      authors.some((by) => group !== `space ${ofPerson(by)}`),
    );
    expect(strangers).toEqual([]);
    expect(spaceBoards.filter(({ group, createdBy }) => group !== `space ${ofPerson(createdBy)}`)).toEqual(
      [],
    );
    expect(twice([...demoDocuments, ...spaceDocuments].map(({ title }) => title))).toEqual([]);
  });

  test('an organisation has two letters and a colour of the six, or none', () => {
    expect(demoOrganisations.filter(({ shortName }) => !/^[A-Z]{2}$/.test(shortName))).toEqual([]);
    expect(demoOrganisations.filter(({ colour }) => ![0, 1, 2, 3, 4, 5, 6].includes(colour))).toEqual([]);
    expect(
      demoOrganisations
        .flatMap(({ shortName }) => shortName)
        .filter((name, at, all) => all.indexOf(name) !== at),
    ).toEqual([]);
  });

  test.each(demoDocuments.map((document) => [document.title, document] as const))(
    '%s is written by people who may write in its group',
    (_, { sections, authors, group, createdAt, updatedAt }) => {
      expect([...new Set(sections.map(({ by }) => by))].sort()).toEqual([...authors].sort());
      expect(sections[0]?.by).toBe(authors[0]);
      const writers = ['facilitator', 'contributor', 'consultant'];
      expect(
        authors.filter(
          (by) =>
            !peopleOf(group)
              .get(by)
              ?.some((role) => writers.includes(role)),
        ),
      ).toEqual([]);
      expect(Date.parse(createdAt)).toBeLessThan(Date.parse(updatedAt));
      expect(`${createdAt} ${updatedAt}`).toMatch(/^2023-0[23]-.* 2023-0[23]-/);
    },
  );

  test.each(demoBoards.map((board) => [board.title, board] as const))(
    '%s has the cards of a living board',
    (_, { columns, cards, labels, group, createdBy }) => {
      expect(columns.map(({ name }) => name)).toEqual(['À faire', 'En cours', 'Relecture', 'Fait']);
      expect(cards.length).toBeGreaterThanOrEqual(14);
      expect(cards.length).toBeLessThanOrEqual(22);
      for (const { key } of columns) expect(cards.some(({ column }) => column === key)).toBe(true);
      const known = (keys: readonly { readonly key: string }[], key: string) =>
        keys.some((one) => one.key === key);
      expect(cards.filter(({ column }) => !known(columns, column))).toEqual([]);
      expect(cards.flatMap((card) => card.labels).filter((label) => !known(labels, label))).toEqual([]);
      expect(labels.filter(({ key }) => !cards.some((card) => card.labels.includes(key)))).toEqual([]);
      const inGroup = peopleOf(group);
      expect(
        [createdBy, ...cards.flatMap(({ people }) => people)].filter((key) => !inGroup.has(key)),
      ).toEqual([]);
      expect(
        cards.filter(({ organisation }) => organisation && !organisationKeys.includes(organisation)),
      ).toEqual([]);
      expect(cards.filter(({ due }) => due && new Date(due).toISOString().slice(0, 10) !== due)).toEqual([]);
      expect(twice(cards.map(({ title }) => title))).toEqual([]);
    },
  );
});

describe('[DE3] every document is one that the editor could have written', () => {
  test.each(demoDocuments.map((document) => [document.title, document] as const))('%s', (_, document) => {
    const whole = wholeOf(document);
    expect(() => whole.check()).not.toThrow();
    const levels: number[] = [];
    whole.descendants((node) => {
      if (node.type.name === 'heading') levels.push(Number(node.attrs.level));
    });
    expect(levels[0]).toBe(2);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 2) + 1 || level > 3)).toEqual([]);
    expect(whole.textBetween(0, whole.content.size, ' ').split(/\s+/).length).toBeGreaterThanOrEqual(250);
  });

  test('seven at least are long enough to be worked on by several people', () => {
    const words = demoDocuments.map((document) => {
      const whole = wholeOf(document);
      return whole.textBetween(0, whole.content.size, ' ').split(/\s+/).length;
    });
    expect(words.filter((count) => count >= 600 && count <= 1800).length).toBeGreaterThanOrEqual(7);
    expect(demoDocuments.filter(({ authors }) => authors.length > 1).length).toBe(demoDocuments.length);
  });
});

describe('[W1] French typography holds in what the demonstration says', () => {
  const said: { where: string; text: string }[] = [];
  const say = (where: string, ...texts: readonly string[]) => {
    for (const text of texts) said.push({ where, text });
  };
  for (const { key, name } of demoOrganisations) say(key, name);
  for (const { key, name, jobTitle } of demoPeople) say(key, name, jobTitle);
  for (const { key, name, purpose } of demoGroups) say(key, name, purpose);
  for (const { key, name } of programmeSeason.themes) say(key, name);
  for (const board of [...demoBoards, ...begunBoards]) {
    say(board.key, board.title, ...[...board.labels, ...board.columns].map(({ name }) => name));
    for (const { title, description, checklist } of board.cards) {
      say(`${board.key}: ${title}`, title, description, ...checklist.map(({ text }) => text));
    }
  }
  for (const document of demoDocuments) {
    say(document.key, document.title);
    wholeOf(document).descendants((node) => {
      if (node.isTextblock) say(document.key, node.textBetween(0, node.content.size, undefined, '\n'));
    });
  }

  /** Whatever has a space is prose; a secret, a key and an address have none. */
  const sayAll = (where: string, value: unknown): void => {
    if (typeof value === 'string' && value.includes(' ')) say(where, value);
    else if (value !== null && typeof value === 'object') {
      for (const part of Object.values(value)) sayAll(where, part);
    }
  };
  for (const board of spaceBoards) say(board.key, board.title, ...board.cards.map(({ title }) => title));
  for (const document of spaceDocuments) {
    say(document.key, document.title);
    wholeOf(document).descendants((node) => {
      if (node.isTextblock) say(document.key, node.textBetween(0, node.content.size, undefined, '\n'));
    });
  }
  sayAll('meetings', demoMeetings);
  sayAll('resources', [demoResources, demoCollection]);
  sayAll(
    'datasets',
    demoDatasets.map(({ check: _, ...dataset }) => dataset),
  );

  const faults: readonly (readonly [string, RegExp])[] = [
    ['a straight apostrophe', /'/],
    ['straight double quotes', /"/],
    ['three dots instead of …', /\.\.\./],
    ['? ! ; without a narrow no-break space before', /(?<!\u202f)[?!;]/u],
    ['a colon without a no-break space before, but in times, scales and codes', /(?<!\u00a0|\d):|\d:(?!\d)/u],
    ['« or » without a narrow no-break space inside', /«(?!\u202f)|(?<!\u202f)»/u],
    ['a percentage without a narrow no-break space', /(?<!\u202f)%/u],
    [
      'a number that a line may part from its unit',
      /\d (?:°C|m[²³]?|cm|mm|km|h|min|s|%|jours?|ans|points?)(?!\p{L})/u,
    ],
    ['thousands without a narrow no-break space', /\d{5}|\d[ \u00a0.]\d{3}(?!\d)/u],
    ['two spaces, or a space at an end', / {2}|^\s|\s$/u],
    ['a space before a comma or a full stop', /\s[,.]/u],
    ['a hyphen used as a dash', / - /],
  ];

  /** Not prose: a projection's code, a file's name, an opening in OpenStreetMap's syntax, coordinates. */
  const codes = /EPSG:2154|^Jun 15-Sep 15 08:00-22:00$/u;

  test.each(faults)('no string has %s', (_, fault) => {
    expect(said.filter(({ text }) => fault.test(text.replace(codes, '')))).toEqual([]);
  });

  test('the strings were really read', () => {
    expect(said.length).toBeGreaterThan(1000);
  });
});

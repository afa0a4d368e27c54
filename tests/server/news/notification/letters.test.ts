import { expect, test } from 'vitest';
import { bodiesOf } from '#server/kernel/mail/letter.ts';
import { createSignature } from '#server/kernel/signature.ts';
import { digestLetter, weekLetter } from '#server/news/notification/letters.ts';
import { createUnsubscribeLinks } from '#server/news/notification/unsubscribe-links.ts';
import type { Obligation } from '#shared/news/to-do/to-do.ts';

const at = new Date('2023-03-14T09:00:00Z');
const origin = 'https://cordee.example';
const unsubscribe = createUnsubscribeLinks(createSignature('a secret of the tests, long enough'));
const news = { groupId: 'g', since: at, total: 4 };
const item = {
  id: 'd',
  title: 'Ombre & <fraîcheur>',
  href: '/documents/d-ombre',
  by: ['Yann'],
  context: null,
  at,
};
const letter = digestLetter(
  {
    person: { userId: 'nadia', name: 'Nadia', email: 'nadia@valmont.example' },
    group: { id: 'g', name: 'Nature' },
    since: at,
    own: [
      {
        id: 'n',
        verb: 'document.suggested',
        objectKind: 'document',
        objectId: 'e',
        reason: 'suggestion',
        at,
        readAt: null,
        title: 'Eau',
        actor: 'Yann',
        group: { id: 'g', name: 'Nature' },
        data: {},
      },
    ],
    news: {
      ...news,
      kinds: [
        {
          kind: 'document',
          total: 4,
          items: [
            {
              ...item,
              kind: 'document',
              compareHref: '/documents/d-ombre/comparer?de=1&a=2',
              facts: [{ what: 'written' }],
            },
          ],
        },
      ],
    },
  },
  { origin, unsubscribe },
);

test('[NO8] the mail of the week says the same as text and as HTML: what, by whom, where it is, what changed, how many more', () => {
  const { text, html } = bodiesOf(letter);
  const [own, documents] = [text.indexOf('CE QUI VOUS CONCERNE'), text.indexOf('DOCUMENTS')];
  expect(own).toBeGreaterThan(0);
  expect(documents).toBeGreaterThan(own);
  for (const said of [
    'Ombre & <fraîcheur>',
    'texte modifié · par Yann',
    `${origin}/documents/d-ombre`,
    `${origin}/documents/d-ombre/comparer?de=1&a=2`,
    `${origin}/documents/e-eau`,
    'et 3 autres',
    `${origin}/nouveautes?groupe=g`,
  ]) {
    expect(text).toContain(said);
    expect(html).toContain(said.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll('>', '&#62;'));
  }
  expect(html).not.toContain('<fraîcheur>');
});

test('[NO9] the mail program ends the mails of the week, and those only', () => {
  const token = letter.unsubscribe?.split('/').at(-1) ?? '';
  expect(unsubscribe.read(decodeURIComponent(token))).toEqual({ userId: 'nadia', from: 'digest' });
});

test('[NO8] [NO12] the mail of the week of the programme says what happened where, and ends by the same link', () => {
  const happened = { verb: 'experiment.commented', objectKind: 'experiment', objectId: 'e1' };
  const told = { id: 'n', reason: 'programme', at, readAt: null, actor: 'Marc', group: null } as const;
  const heard = { ...happened, ...told, title: 'Ombres', data: { place: 'log:2023-02' } };
  const person = { userId: 'nadia', name: 'Nadia', email: 'nadia@valmont.example' };
  const links = { origin, unsubscribe };
  const week = weekLetter({ person, heard: [heard], due: [] }, at, links);
  const { text } = bodiesOf(week);
  expect(week.subject).toBe('La semaine du programme');
  expect(text).toContain('Marc a commenté le journal de février 2023 de «\u202fOmbres\u202f»');
  expect(text).toContain(`${origin}/experimentations/e1-ombres/journal#said-log:2023-02`);
  const token = week.unsubscribe?.split('/').at(-1) ?? '';
  expect(unsubscribe.read(decodeURIComponent(token))).toEqual({ userId: 'nadia', from: 'digest' });
});

test('[AF6] the mail of a week says first what waits, until when, who asks and where it is done', () => {
  const person = { userId: 'nadia', name: 'Nadia', email: 'nadia@valmont.example' };
  const owed: Obligation = {
    ...{
      kind: 'log' as const,
      id: 'e1/2023-02',
      parentId: null,
      title: 'Ombres',
      place: '',
      count: 1,
      total: 0,
    },
    ...{ by: null, may: true, day: '2023-02-28', at: null },
  };
  const letter = weekLetter({ person, heard: [], due: [owed] }, at, { origin, unsubscribe });
  const { text, html } = bodiesOf(letter);
  expect(letter.subject).toBe('Votre semaine\u00a0: 1 chose à faire');
  for (const said of [
    'Écrire le journal de février',
    'Mardi\u00a028\u00a0février. Ombres',
    `${origin}/a-faire`,
  ]) {
    expect(text).toContain(said);
    expect(html).toContain(said);
  }
  expect(text).toContain(`${origin}/experimentations/e1/journal?mois=2023-02`);
  expect(letter.tells?.due).toEqual(['log  e1/2023-02']);
});

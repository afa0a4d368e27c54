import { expect, test } from 'vitest';
import { bodiesOf } from '#server/kernel/mail/letter.ts';
import { digestLetter } from '#server/news/notification/letters.ts';
import { createUnsubscribeLinks } from '#server/news/notification/unsubscribe-links.ts';

const at = new Date('2023-03-14T09:00:00Z');
const origin = 'https://cordee.example';
const unsubscribe = createUnsubscribeLinks('a secret of the tests, long enough');
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

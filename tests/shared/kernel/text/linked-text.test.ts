import { expect, test } from 'vitest';
import { beginningOf, linkedParagraphs } from '#shared/kernel/text/linked-text.ts';

test('[AE2] a plain text has paragraphs, and its addresses of the web are links', () => {
  expect(linkedParagraphs('Un.\n\n \nVoir https://exemple.fr/a?b=1. Merci')).toEqual([
    [{ text: 'Un.', href: null }],
    [
      { text: 'Voir ', href: null },
      { text: 'https://exemple.fr/a?b=1', href: 'https://exemple.fr/a?b=1' },
      { text: '. Merci', href: null },
    ],
  ]);
});

test.each(['javascript:alert(1)', 'ftp://exemple.fr', 'exemple.fr', 'https://', '<a href="x">y</a>'])(
  '[AE2] « %s » is no link',
  (text) => {
    expect(
      linkedParagraphs(text)
        .flat()
        .filter(({ href }) => href),
    ).toEqual([]);
  },
);

test('[AE2] the beginning of a text is one line, cut between words', () => {
  expect(beginningOf('Un  deux\ntrois', 20)).toBe('Un deux trois');
  expect(beginningOf('Un deux trois quatre', 12)).toBe('Un deux…');
  expect(beginningOf('Un deux. Trois quatre', 12)).toBe('Un deux…');
});

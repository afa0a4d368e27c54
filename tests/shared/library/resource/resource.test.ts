import { describe, expect, test } from 'vitest';
import {
  isServed,
  isToReview,
  parseAddress,
  parseNote,
  parseResource,
} from '#shared/library/resource/resource.ts';
import { filterOf, filterResources, isFiltering } from '#shared/library/resource/resource-filter.ts';

const typed = {
  title: ' Mesurer la\n fraîcheur ',
  kind: 'method',
  description: ' Pour un relevé d’été. ',
  producer: '  Ville de   Valmont ',
  licence: 'etalab-2.0',
  language: 'fr',
  contentOn: '2022-08-01',
  reviewOn: '2023-08-01',
};

describe('[RS1] what is said of a resource', () => {
  test('is cleaned, and kept when every field is right', () => {
    expect(parseResource(typed)).toEqual({
      ok: true,
      value: {
        ...typed,
        title: 'Mesurer la fraîcheur',
        description: 'Pour un relevé d’été.',
        producer: 'Ville de Valmont',
      },
    });
  });

  test('names every field at fault, not the first only', () => {
    const wrong = { ...typed, title: ' ', kind: 'film', producer: '', licence: 'gpl', language: 'la' };
    expect(parseResource({ ...wrong, contentOn: '2023-02-30', description: 'x'.repeat(4_001) })).toEqual({
      ok: false,
      errors: {
        title: 'title.empty',
        kind: 'resource.kindInvalid',
        description: 'resource.descriptionTooLong',
        producer: 'resource.producerEmpty',
        licence: 'resource.licenceInvalid',
        language: 'resource.languageInvalid',
        contentOn: 'resource.dateInvalid',
      },
    });
  });

  test('is looked at again after the day of its content, not before', () => {
    const parsed = parseResource({ ...typed, reviewOn: '2022-08-01' });
    expect(parsed).toEqual({ ok: false, errors: { reviewOn: 'resource.reviewTooEarly' } });
  });
});

test.each([
  ['https://www.data.gouv.fr/datasets/x', 'https://www.data.gouv.fr/datasets/x'],
  [' http://exemple.fr ', 'http://exemple.fr/'],
])('[RS2] %s is an address', (text, value) => {
  expect(parseAddress(text)).toEqual({ ok: true, value });
});

test.each([
  'exemple.fr',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://moi:secret@exemple.fr',
  `https://exemple.fr/${'x'.repeat(2_000)}`,
  '',
])('[RS2] « %s » is none', (text) => {
  expect(parseAddress(text)).toEqual({ ok: false, error: 'resource.addressInvalid' });
});

test('[RS3] a resource is to be checked from its day on, and never without one', () => {
  expect(isToReview({ reviewOn: '2023-03-14' }, '2023-03-13')).toBe(false);
  expect(isToReview({ reviewOn: '2023-03-14' }, '2023-03-14')).toBe(true);
  expect(isToReview({ reviewOn: null }, '2023-03-14')).toBe(false);
});

test('[RS7] the note of a version is one line of at most 300 characters', () => {
  expect(parseNote(' Une\ncolonne de plus ')).toEqual({ ok: true, value: 'Une colonne de plus' });
  expect(parseNote('x'.repeat(301))).toEqual({ ok: false, error: 'resource.noteTooLong' });
});

test('[RS11] only what was found clean, or came where nothing is scanned, leaves the server', () => {
  expect((['none', 'clean', 'waiting', 'infected'] as const).map((scan) => isServed({ scan }))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe('[RS4] a library is filtered', () => {
  const one = (title: string, more: object = {}) => ({
    title,
    description: '',
    producer: 'Cerema',
    kind: 'text' as const,
    licence: 'unknown' as const,
    themes: [{ id: 't1' }],
    group: { id: 'g1' },
    ...more,
  });
  const all = [one('Étude des îlots'), one('Outil de mesure', { kind: 'tool', group: { id: 'g2' } })];
  const titles = (search: string) =>
    filterResources(all, filterOf(new URLSearchParams(search))).map(({ title }) => title);

  test('by every word, whatever the accents and the case', () => {
    expect(titles('q=ILOTS etude')).toEqual(['Étude des îlots']);
    expect(titles('q=cerema')).toHaveLength(2);
    expect(titles('q=cerema absent')).toEqual([]);
  });

  test('by nature, theme, licence and group; what is unknown counts for nothing', () => {
    expect(titles('nature=tool')).toEqual(['Outil de mesure']);
    expect(titles('groupe=g1')).toEqual(['Étude des îlots']);
    expect(titles('theme=t2')).toEqual([]);
    expect(titles('licence=odbl-1.0')).toEqual([]);
    expect(titles('nature=film')).toHaveLength(2);
    expect(isFiltering(filterOf(new URLSearchParams('nature=film')))).toBe(false);
    expect(isFiltering(filterOf(new URLSearchParams('q=a')))).toBe(true);
  });
});

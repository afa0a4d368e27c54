import { expect, test } from 'vitest';
import { bulletinStateOf, parseBulletin } from '#shared/programme/bulletin/bulletin.ts';

const typed = { title: ' Rencontre\nde mars ', text: ' Le 14. ', toldTo: 'public' };

test('[AE2] a title, a text and who sees it are read', () => {
  expect(parseBulletin(typed)).toEqual({
    fields: { title: 'Rencontre de mars', text: 'Le 14.', toldTo: 'public' },
  });
});

test('[AE2] everything that is wrong is said at once; an unknown reader is none', () => {
  expect(parseBulletin({ title: ' ', text: '\n', toldTo: 'tous' })).toEqual({
    faults: {
      title: 'bulletin.titleInvalid',
      text: 'bulletin.textMissing',
      toldTo: 'bulletin.toldToMissing',
    },
  });
  expect(parseBulletin({ ...typed, text: 'a'.repeat(5_001) })).toEqual({
    faults: { text: 'bulletin.textTooLong' },
  });
});

test('[AE3] withdrawn is stronger than published, and a draft is what was never published', () => {
  const at = new Date();
  expect(bulletinStateOf({ publishedAt: null, withdrawnAt: null })).toBe('draft');
  expect(bulletinStateOf({ publishedAt: at, withdrawnAt: null })).toBe('published');
  expect(bulletinStateOf({ publishedAt: at, withdrawnAt: at })).toBe('withdrawn');
});

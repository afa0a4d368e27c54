import { expect, test } from 'vitest';
import { captionOf, parsePhotoWords } from '#shared/publication/sheet/sheet-photo.ts';

test('[US12] a photograph says what it shows and whose it is, each on one line; a caption may be left out', () => {
  const words = { alt: ' Une cour\n d’école ', caption: '', credit: 'Photo : Ville de Valmont' };
  const read = { alt: 'Une cour d’école', caption: '', credit: 'Photo : Ville de Valmont' };
  expect(parsePhotoWords(words)).toEqual(read);
  expect(captionOf(read)).toBe('Photo : Ville de Valmont');
  expect(captionOf({ ...read, caption: 'Avant les travaux' })).toBe(
    'Avant les travaux · Photo : Ville de Valmont',
  );
});

test('[US12] all that is missing or too long is said at once, each at its field', () => {
  expect(parsePhotoWords({ alt: ' ', caption: 'a'.repeat(301), credit: '\u0000' })).toEqual({
    faults: {
      alt: 'useCaseSheet.photoAltMissing',
      caption: 'useCaseSheet.photoWordsTooLong',
      credit: 'useCaseSheet.photoCreditMissing',
    },
  });
});

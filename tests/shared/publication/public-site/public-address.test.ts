import { describe, expect, test } from 'vitest';
import { straightAddress } from '#shared/publication/public-site/public-address.ts';

describe('[PS3] a public address in bad shape stands for one', () => {
  test.each([
    ['/fr/cas-d-usage/arbres-0123abcd', '/cas-d-usage/arbres-0123abcd'],
    ['/en-GB/dossiers', '/dossiers'],
    ['/pt_BR/Carte/', '/carte'],
    ['/CAS-D-USAGE/Arbres-0123ABCD/', '/cas-d-usage/arbres-0123abcd'],
    ['//cas-d-usage//arbres-0123abcd', '/cas-d-usage/arbres-0123abcd'],
    ['/entretiens/?lang=en', '/entretiens'],
    ['/cas-d-usage?texte=eau%20vive&lang=fr&page=2', '/cas-d-usage?texte=eau+vive&page=2'],
    ['/fr/cas-d-usage.atom', '/cas-d-usage.atom'],
    ['/FR/Donnees-Ouvertes/catalogue.ttl', '/donnees-ouvertes/catalogue.ttl'],
    ['/en/verification/AB12', '/verification/ab12'],
  ])('%s', (asked, address) => {
    expect(straightAddress(asked)).toBe(address);
    expect(straightAddress(address)).toBeNull();
  });

  test.each([
    '/cas-d-usage?texte=Été&theme=',
    '/',
    '/fr',
    '/fr/groupes',
    '/Groupes/',
    '/fr/en/cas-d-usage',
    '//elsewhere.example/cas-d-usage',
    '/cas-d-usages',
  ])('%s stays as it is', (asked) => {
    expect(straightAddress(asked)).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { parseObjectKey } from '#shared/documents/attribute/document-objects.ts';
import { objectAddress, objectAtAddress } from '#shared/documents/text/object-address.ts';

const ORIGIN = 'https://cordee.exemple.fr';
const ID = '0197c1d2-aaaa-7bbb-8ccc-1234567890ab';
const CARD = '0197c1d2-bbbb-7bbb-8ccc-1234567890ab';

describe('[D14] an address of ours', () => {
  test.each([
    [`/documents/${ID}-choisir-des-essences`, { kind: 'document', id: ID }],
    [`/tableaux/${ID}`, { kind: 'board', id: ID }],
    [`/tableaux/${ID}-suivi/cartes/${CARD}`, { kind: 'card', id: `${ID}/${CARD}` }],
    [`/groupes/${ID}-arbres`, { kind: 'group', id: ID }],
    ['/villes/2A004', { kind: 'city', id: '2A004' }],
  ])('%s leads to its object, and the object to it', (path, ref) => {
    expect(objectAtAddress(ORIGIN + path, ORIGIN)).toEqual(ref);
    const written = objectAddress(ref, '');
    expect(objectAtAddress(ORIGIN + written, ORIGIN)).toEqual(ref);
  });

  test.each([
    `https://ailleurs.exemple.fr/documents/${ID}`,
    `${ORIGIN}/documents/${ID}#passage`,
    `${ORIGIN}/documents/${ID}?vue=texte`,
    `${ORIGIN}/documents/${ID}/historique`,
    `${ORIGIN}/groupes/${ID}/documents`,
    `${ORIGIN}/documents/autre-chose`,
    `${ORIGIN}/compte`,
    `javascript:${ORIGIN}/documents/${ID}`,
    'documents',
    '',
  ])('%s is no object of ours', (address) => {
    expect(objectAtAddress(address, ORIGIN)).toBeNull();
  });

  test('a kind without a page, or one that is no kind, has no address', () => {
    for (const kind of ['person', 'constructor', '__proto__'])
      expect(objectAddress({ kind, id: ID }, 'x')).toBeNull();
    expect(objectAddress({ kind: 'card', id: ID }, 'x')).toBeNull();
  });

  test('a key names an object or nothing', () => {
    expect(parseObjectKey(`card:${ID}/${CARD}`)).toEqual({ kind: 'card', id: `${ID}/${CARD}` });
    for (const key of ['', 'document', 'document:', ':x', 'document:<b>', `document:${'x'.repeat(200)}`])
      expect(parseObjectKey(key)).toBeNull();
  });
});

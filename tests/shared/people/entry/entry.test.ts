import { expect, test } from 'vitest';
import { isOpenToGuests } from '#shared/kernel/access/guest-pages.ts';
import {
  domainOf,
  type EntryPlace,
  findPlaces,
  isPublicMail,
  nameFromAddress,
  parseCode,
  parseEntryReason,
  parseWish,
  placeText,
  REASON_MAX,
  WISH_MAX,
} from '#shared/people/entry/entry.ts';

test('[EN1] a code is six digits, with whatever spaces mail programs bring along', () => {
  for (const typed of ['407112', ' 407 112 ', '407\u00a0112', '407-112'])
    expect(parseCode(typed)).toEqual({ ok: true, value: '407112' });
  for (const typed of ['', '40711', '4071123', '４０７１１２', 'abcdef', '<b>'])
    expect(parseCode(typed)).toEqual({ ok: false, error: 'entry.codeInvalid' });
});

test('[EN3] somebody is called as their address says, until they say it themselves', () => {
  const names = {
    'lea.pons@castelbrume.example': 'Lea Pons',
    'l.pons@castelbrume.example': 'L. Pons',
    'jean-marc_roux+cordee@castelbrume.example': 'Jean Marc Roux',
    'dgs@castelbrume.example': 'Dgs',
    '_@castelbrume.example': '_@castelbrume.example',
  };
  for (const [email, name] of Object.entries(names)) expect(nameFromAddress(email)).toBe(name);
  expect(nameFromAddress(`${'a'.repeat(200)}@x.example`)).toHaveLength(100);
});

test('[EN4] where anybody gets an address, nobody is known by it; a domain is the whole of it', () => {
  for (const email of ['a@gmail.com', 'a@orange.fr', 'a@laposte.net', 'A@WANADOO.FR'])
    expect(isPublicMail(domainOf(email))).toBe(true);
  expect(isPublicMail(domainOf('a@ville-agen.fr'))).toBe(false);
  expect(domainOf('"a@gmail.com"@valmont.example')).toBe('valmont.example');
  expect(domainOf('a@valmont.example.elsewhere.example')).toBe('valmont.example.elsewhere.example');
});

test('[EN6] a guest sees as themselves their applications, their account and the way out, and nothing else', () => {
  for (const path of [
    ...['/candidatures', '/candidatures/a-b/fichiers', '/compte', '/appels/a/candidater'],
    '/deconnexion',
  ])
    expect(isOpenToGuests(path), path).toBe(true);
  for (const path of [
    ...['/', '/candidatures/nouvelle', '/candidatures/export.csv', '/compte/jetons', '/groupes'],
    ...['/recherche', '/comptes', '/appels/a', '/experimentations', '/candidaturesx'],
  ])
    expect(isOpenToGuests(path), path).toBe(false);
});

test('[EN7] [EN8] a wish is one line or none, a reason one to five hundred characters', () => {
  expect(parseWish('  Îlots\nde fraîcheur ')).toEqual({ ok: true, value: 'Îlots de fraîcheur' });
  expect(parseWish('')).toEqual({ ok: true, value: '' });
  expect(parseWish('a'.repeat(WISH_MAX + 1))).toEqual({ ok: false, error: 'entry.wishTooLong' });
  expect(parseEntryReason(' \n ')).toEqual({ ok: false, error: 'entry.reasonEmpty' });
  expect(parseEntryReason('a\r\nb')).toEqual({ ok: true, value: 'a\nb' });
  expect(parseEntryReason('a'.repeat(REASON_MAX + 1))).toEqual({ ok: false, error: 'entry.reasonTooLong' });
});

const place = (value: string, name: string, detail: string): EntryPlace => ({ value, name, detail });
const PLACES = [
  place('commune-1', 'Castelbrume', 'Tarn'),
  place('commune-2', 'Castelsarrasin', 'Tarn-et-Garonne'),
  place('commune-3', 'Saint-Denis', 'Réunion'),
  place('commune-4', 'Saint-Denis', 'Seine-Saint-Denis'),
  place('epci-5', 'Saint-Denis Agglo', 'intercommunalité'),
];
const found = (typed: string) => findPlaces(PLACES, typed).map(({ value }) => value);

test('[EN9] a place is found by its name, whatever case, accents and hyphens; two of one name are both meant', () => {
  expect(found('CASTELBRUME')).toEqual(['commune-1']);
  expect(found('castel')).toEqual(['commune-1', 'commune-2']);
  expect(found('saint denis')).toEqual(['commune-3', 'commune-4']);
  expect(found('Saint-Denis (Reunion)')).toEqual(['commune-3']);
  expect(found('garonne')).toEqual(['commune-2']);
  for (const one of PLACES) expect(found(placeText(one))).toEqual([one.value]);
  for (const typed of ['', '  ', '()', 'Nulle-Part', '%']) expect(found(typed)).toEqual([]);
});

import { expect, test } from 'vitest';
import { toldAddress } from '#shared/kernel/told-address.ts';
import { paths } from '#shared/paths.ts';
import { signatoryPaths } from '#shared/people/organisation/signatory-paths.ts';

const ID = '0a240a24-0a24-4a24-8a24-0a240a240a24';
const SECRET = 'q7-Zibeline_0123456789abcdefghijklmnopqrstu';

test.each([
  [paths.invitation(SECRET), '/invitation/…'],
  [paths.calendarFeed(SECRET), '/calendriers/…'],
  [paths.unsubscribe(SECRET), '/desabonnement/…'],
  [signatoryPaths.link(SECRET), '/signataires/…'],
  [paths.sharedCheck(SECRET), '/controles/…'],
  [`/documents/${ID}-zibeline-intitulee/historique`, `/documents/${ID}/historique`],
  [`/groupes/${ID}.data`, `/groupes/${ID}`],
  ['/api/v1/groups', '/api/v1/groups'],
  ['/double-authentification.data', '/double-authentification'],
  ['/Zibeline%20intitul%C3%A9e', '/…'],
  ['/', '/'],
])('[SC12] of %s the log says %s', (path, told) => expect(toldAddress(path)).toBe(told));

test('[SC12] what a route takes is no word of it, whatever it looks like', () => {
  expect(toldAddress('/publications/zibeline', { adresse: 'zibeline', page: undefined })).toBe(
    '/publications/…',
  );
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Demonstration, startDemonstration } from '#tests/support/demonstration.ts';
import { openStock, until } from '#tests/support/live-clients.ts';
import { sampleNames } from '#tests/support/sample-names.ts';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration({ LOG_LEVEL: 'debug' });
}, 300_000);
afterAll(() => demonstration.close());

const FORM = 'application/x-www-form-urlencoded';
const SECRETS = {
  password: 'zibeline-password-of-nobody',
  email: 'zibeline.inconnue@valmont.example',
  search: 'zibelinecherchee',
  comment: 'zibelinecommentee',
  title: 'Zibelineintitulee',
  text: 'zibelineecrite',
  body: 'zibelineenvoyee',
} as const;

test('[SC12] the log holds no password, token, address, title, text, comment or word that was searched', {
  timeout: 300_000,
}, async () => {
  const { ask, origin, output } = demonstration;
  const { port } = new URL(origin);
  const form = (path: string, fields: Record<string, string>, who: 'visitor' | 'coordinator' = 'visitor') =>
    ask(who, path, {
      method: 'POST',
      headers: { origin, 'content-type': FORM },
      body: new URLSearchParams(fields).toString(),
    });
  const json = (path: string, body: object | string) =>
    ask('coordinator', path, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const names = await sampleNames(demonstration);

  // At the door: by password, by link, by a link for a new password that was really sent.
  const { email, password } = SECRETS;
  await form('/connexion', { email, password });
  await form('/connexion', { email: 'animation@demo.example', password });
  await json('/api/auth/sign-in/email', { email, password });
  await form('/connexion/lien', { email });
  await form('/mot-de-passe', { email: 'metier.a@demo.example' });
  const tokens: string[] = [];
  await until('the mail with its link is there', async () => {
    const { text } = await ask('admin', '/administration/courriels');
    const token = /\/mot-de-passe\?jeton=([\w%-]+)/u.exec(text)?.[1];
    if (token) tokens.push(token);
    return token !== undefined;
  });
  const [reset = ''] = tokens;
  await ask('visitor', `/mot-de-passe?jeton=${reset}`);
  await form(`/mot-de-passe?jeton=${reset}x`, { password, token: `${reset}x` });

  // At work: searches, a comment, a title, a text that is written live.
  await ask('coordinator', `/recherche?q=${SECRETS.search}`);
  await ask('coordinator', `/api/v1/search?q=${SECRETS.search}`);
  const made = await json(`/api/v1/groups/${names.groupe}/documents`, { title: SECRETS.title });
  const { id } = JSON.parse(made.text);
  const cookie = await demonstration.cookie('coordinator');
  const { doc, synced } = openStock({ port: Number(port) }, `document:${id}`, { cookie });
  await synced;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(SECRETS.text)]);
  doc.getXmlFragment('default').insert(0, [paragraph]);
  await until('what was written is stored', async () =>
    (await ask('coordinator', `/documents/${id}`)).text.includes(SECRETS.text),
  );
  await json(`/documents/${id}/commentaires`, { body: SECRETS.comment });
  await json(`/api/v1/documents/${id}/comments`, { quote: SECRETS.text, body: SECRETS.comment });

  // What cannot be read, and what is not there.
  await json(`/api/v1/groups/${names.groupe}/documents`, `{"title":"${SECRETS.body}`);
  await json('/connexion', { password: SECRETS.body });
  await form(`/groupes/${names.groupe}/documents/nouveau`, { title: `${SECRETS.body}\0` }, 'coordinator');
  await ask('visitor', `/${SECRETS.body}?jeton=${SECRETS.body}%00`);

  // It is what the process says: without a word of it the rest would prove nothing.
  expect(output()).toContain('Cordée est prête');
  const session = decodeURIComponent(cookie.split('=')[1] ?? '');
  const wrong = Object.entries({
    ...SECRETS,
    session: session.split('.')[0] ?? '',
    reset: decodeURIComponent(reset),
    address: 'metier.a@demo.example',
    own: 'animation@demo.example',
    given: 'demonstration-2023',
  }).filter(([, secret]) => {
    expect(secret.length).toBeGreaterThan(9);
    return output().toLowerCase().includes(secret.toLowerCase());
  });
  expect(wrong.map(([what]) => what)).toEqual([]);
});

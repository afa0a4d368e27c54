import * as Y from 'yjs';
import { until } from '#tests/support/patience.ts';
import type { Demonstration } from '../people/demonstration.ts';
import { openStock } from '../realtime/live-clients.ts';
import { sampleNames } from '../sample-names.ts';

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

/**
 * Has people of the demonstration say, at every door, what is nobody else's: signing in, searching, commenting, writing, and sending what
 * cannot be read. Gives each of these words by what it is.
 */
export async function tellSecrets(demonstration: Demonstration): Promise<Record<string, string>> {
  const { ask, origin } = demonstration;
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

  const session = decodeURIComponent(cookie.split('=')[1] ?? '');
  return {
    ...SECRETS,
    session: session.split('.')[0] ?? '',
    reset: decodeURIComponent(reset),
    address: 'metier.a@demo.example',
    own: 'animation@demo.example',
    given: 'demonstration-2023',
  };
}

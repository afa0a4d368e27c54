/**
 * Un client d’exemple de l’interface de Cordée : Node.js 20 ou plus, sans dépendance.
 *
 *   CORDEE_ADRESSE=https://cordee.example CORDEE_JETON=cordee_… node exemple-client.mjs "Relevé de mars"
 *
 * Il liste les groupes de la personne, crée un document dans le premier où elle peut écrire, une seule fois même si on le relance,
 * et l’exporte en Markdown. Portées du jeton : groups:read et documents:write.
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

const { CORDEE_ADRESSE = 'http://localhost:3000', CORDEE_JETON = '' } = process.env;
const [title = 'Note d’un programme'] = process.argv.slice(2);

/** Appelle l’interface ; un refus est une erreur qui porte la phrase du serveur. Trop de requêtes : attend le délai demandé. */
async function call(path, { method = 'GET', body, headers = {} } = {}) {
  const answer = await fetch(`${CORDEE_ADRESSE}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${CORDEE_JETON}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get('retry-after') ?? 1);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    return call(path, { method, body, headers });
  }
  if (!answer.ok) {
    const { detail, code } = await answer.json();
    throw new Error(`${answer.status} ${code} : ${detail}`);
  }
  return answer;
}

/** Tous les éléments d’une liste, page après page. */
async function* all(path) {
  let cursor = null;
  do {
    const answer = await call(cursor ? `${path}?cursor=${encodeURIComponent(cursor)}` : path);
    const { items, next } = await answer.json();
    yield* items;
    cursor = next;
  } while (cursor !== null);
}

const groups = [];
for await (const group of all('/groups')) {
  groups.push(group);
  console.log(`Groupe : ${group.name} (${group.role})`);
}
const group = groups.find(({ role }) => ['facilitator', 'contributor'].includes(role));
if (!group) throw new Error('Aucun groupe où écrire.');

// La clé dépend de ce qui est écrit : relancer le programme ne crée pas un second document.
const key = createHash('sha256').update(`${group.id} ${title}`).digest('hex');
const made = await call(`/groups/${group.id}/documents`, {
  method: 'POST',
  body: { title },
  headers: { 'idempotency-key': key },
});
const document = await made.json();
console.log(`Document : ${document.id} ${document.url}`);

const exported = await call(`/documents/${document.id}/export?format=md`);
const file = `${document.id}.md`;
await writeFile(file, Buffer.from(await exported.arrayBuffer()));
console.log(`Fichier : ${file}`);

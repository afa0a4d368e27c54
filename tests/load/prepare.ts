/**
 * People who have signed in, one group and many empty documents, for a measurement. Reads DATA_DIR and DATABASE_URL
 * (made when it does not exist), writes `load.json` beside the data. With `drop` it removes that database
 * again. LOAD_DOCUMENTS says how many documents.
 */
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { documents } from '#db/documents/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { aGroup, aMember, anOrganisation, aPerson, type Site } from '#db/seed/builders/builders.ts';
import { holdDataDir, keptSecret } from '#server/kernel/data-dir.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { readEnv } from '#server/kernel/env.ts';
import { createAuth } from '#server/people/auth/auth.ts';

const PEOPLE = 400;
const DOCUMENTS = Number(process.env.LOAD_DOCUMENTS ?? 3_200);
const AT_ONCE = 400;

const env = readEnv();
if (process.argv.includes('drop')) {
  if (env.DATABASE_URL)
    await onServerOf(env.DATABASE_URL, (name) => `drop database if exists "${name}" with (force)`);
} else {
  if (env.DATABASE_URL)
    await onServerOf(env.DATABASE_URL, (name) => `create database "${name}" template template0`);
  await prepare();
}

async function onServerOf(url: string, statement: (name: string) => string): Promise<void> {
  const own = new URL(url);
  const name = own.pathname.slice(1);
  own.pathname = '/postgres';
  const client = new pg.Client({ connectionString: own.href });
  await client.connect();
  await client.query(statement(name)).finally(() => client.end());
}

async function prepare(): Promise<void> {
  const dataDir = await holdDataDir(env.DATA_DIR);
  const database = await openDatabase(env, dataDir.path);
  const site: Site = { db: database.db, now: () => new Date(), newId: () => randomUUID() };
  const people = await makePeople(site, await keptSecret(dataDir.path));
  const rooms = await makeDocuments(site, people);
  await database.close();
  await dataDir.release();
  const tokens = people.map(({ token }) => token);
  await writeFile(join(dataDir.path, 'load.json'), JSON.stringify({ tokens, rooms }));
}

interface LoadPerson {
  readonly id: string;
  readonly token: string;
  readonly groupId: string;
}

/** Sessions are opened without passwords: hashing four hundred of them would take longer than the measurement. */
async function makePeople(site: Site, secret: string): Promise<LoadPerson[]> {
  const auth = createAuth({
    db: site.db,
    secret,
    origin: null,
    fallbackOrigin: 'http://localhost',
    sendPasswordReset: async () => undefined,
  });
  const { internalAdapter } = await auth.$context;
  const group = await aGroup(site);
  const city = await anOrganisation(site);
  await aMember(site, { groupId: group.id, organisationId: city.id, role: 'contributor' });
  const people: LoadPerson[] = [];
  for (let i = 0; i < PEOPLE; i++) {
    const { id } = await aPerson(site, { name: `Personne ${i}`, organisationId: city.id });
    const { token } = await internalAdapter.createSession(id);
    people.push({ id, token, groupId: group.id });
  }
  return people;
}

async function makeDocuments({ db, now, newId }: Site, people: readonly LoadPerson[]): Promise<string[]> {
  const [author] = people;
  if (!author) return [];
  const rows: (typeof documents.$inferInsert)[] = Array.from({ length: DOCUMENTS }, (_, i) => ({
    id: newId(),
    groupId: author.groupId,
    title: `Mesure ${i}`,
    createdBy: author.id,
    createdAt: now(),
    updatedAt: now(),
  }));
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await insert(db, rows.slice(start, start + AT_ONCE));
  return rows.map(({ id }) => `document:${id}`);
}

async function insert(db: Db, rows: (typeof documents.$inferInsert)[]): Promise<void> {
  await db.insert(documents).values(rows);
}

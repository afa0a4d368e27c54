import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import type { Db } from '#db/kernel/client.ts';
import { docClients, docRooms, docUpdates } from '#db/realtime/schema.ts';
import {
  aDocument,
  aGroup,
  aMember,
  anOrganisation,
  aPerson,
  type Site,
} from '#db/seed/builders/builders.ts';
import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { sampleText } from '../sample-text.ts';

/** The cities of the programme. */
const CITIES = 222;
const GROUPS = 8;
const WORDS = 600;

/** How large a plenary is. */
export interface PlenarySize {
  readonly people: number;
  /** How many of them are in the text of the plenary; the others are each in one of the other documents, as far as there are some. */
  readonly together: number;
  readonly documents: number;
  readonly boards: number;
  /** One in how many writes at any moment. */
  readonly oneWriterIn: number;
  /** Whether pages, searches and files are asked for meanwhile. */
  readonly isBrowsed: boolean;
  readonly seconds: number;
  readonly instances: number;
}

export interface PlenaryWorld {
  /** Who comes, with the group of theirs beside the plenary one. */
  readonly people: readonly { readonly email: string; readonly groupId: string }[];
  readonly plenaryGroup: string;
  /** The first is written by everybody; each of the others belongs to a group, in the order of `people`’s groups. */
  readonly documents: readonly { readonly id: string; readonly groupId: string }[];
}

/** Fills an empty database: people of 222 cities in one plenary group and eight working groups, and written documents. */
export async function fillPlenary(
  db: Db,
  options: Pick<PlenarySize, 'people' | 'documents'> & { readonly passwordHash: string },
): Promise<PlenaryWorld> {
  const site: Site = { db, now: () => new Date(), newId: () => randomUUID() };
  const cities: string[] = [];
  for (let rank = 0; rank < CITIES; rank++)
    cities.push((await anOrganisation(site, { name: `Ville ${rank}`, colour: 1 + (rank % 6) })).id);
  const plenary = await aGroup(site, { name: 'Plénière' });
  const groups: string[] = [];
  for (let rank = 0; rank < GROUPS; rank++)
    groups.push((await aGroup(site, { name: `Groupe de travail ${rank}` })).id);

  const people: { id: string; email: string; groupId: string }[] = [];
  for (let rank = 0; rank < options.people; rank++) {
    const person = await aPerson(site, {
      name: `Personne ${rank}`,
      organisationId: cities[rank % CITIES] ?? '',
      passwordHash: options.passwordHash,
    });
    const groupId = groups[rank % GROUPS] ?? '';
    for (const id of [plenary.id, groupId])
      await aMember(site, { groupId: id, role: 'contributor', userId: person.id });
    people.push({ id: person.id, email: person.email, groupId });
  }

  const author = people[0]?.id ?? '';
  const text = writtenText();
  const documents: { id: string; groupId: string }[] = [];
  for (let rank = 0; rank < options.documents; rank++) {
    const groupId = rank === 0 ? plenary.id : (groups[rank % GROUPS] ?? '');
    const { id } = await aDocument(site, { groupId, createdBy: author, title: `Mesure ${rank}` });
    const room = `document:${id}`;
    const at = site.now();
    await db.insert(docRooms).values({ room, seq: 1, bytes: text.update.length, createdAt: at });
    await db.insert(docUpdates).values({ room, seq: 1, userId: author, data: text.update, at });
    await db.insert(docClients).values({ room, clientId: text.clientId, userId: author, at });
    documents.push({ id, groupId });
  }
  return { people, plenaryGroup: plenary.id, documents };
}

function writtenText(): { clientId: number; update: Uint8Array } {
  const doc = new Y.Doc();
  appendBlocks(doc, { blocks: sampleText(WORDS) });
  return { clientId: doc.clientID, update: Y.encodeStateAsUpdate(doc) };
}

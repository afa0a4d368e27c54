import type { RouterContextProvider } from 'react-router';
import type { DocumentForMember } from '#db/documents/documents.ts';
import {
  findState,
  listAuthors,
  listPeople,
  listWritersBetween,
} from '#db/documents/history/document-history.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import { nameObjects } from '#shared/documents/text/object-names.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { orUnavailable } from '../../kernel/room-content.server.ts';
import type { Comparison } from './comparison-data.ts';

type Context = Readonly<RouterContextProvider>;
type State = { readonly seq: number; readonly at: Date };

/** Two states of a document compared, for one reader; `from` null is the document before its first update. */
export async function loadComparison(
  context: Context,
  {
    document,
    userId,
    from,
    to,
    signal,
  }: { document: DocumentForMember; userId: string; from: State | null; to: State; signal: AbortSignal },
): Promise<Comparison> {
  const { db, database, rooms, now } = context.get(servicesContext);
  const room = roomName({ kind: 'document', id: document.id });
  const between = { documentId: document.id, from: from?.seq ?? 0, to: to.seq };
  const [compared, { authorship, people }, writers] = await Promise.all([
    orUnavailable(
      context,
      room,
      (asking) => rooms.compare(room, { from: between.from, to: to.seq }, asking),
      signal,
    ),
    listAuthors(database, document.id),
    listWritersBetween(db, between),
  ]);
  const names = await findObjectNames(db, { refs: compared.objects, userId, now: now() });
  const named = (html: string) => nameObjects(html, names);
  const known = new Map([
    ...people,
    ...(await listPeople(
      db,
      writers.filter((id) => !people.has(id)),
    )),
  ]);
  const ids = new Set(writers);
  const changes = compared.changes.map(({ clients, ...change }) => {
    const authors = [...new Set(clients.flatMap((client) => authorship.owners.get(client) ?? []))];
    for (const id of authors) ids.add(id);
    return { ...change, authors: authors.map((id) => known.get(id) ?? null) };
  });
  return {
    from,
    to,
    changes,
    writers: [...ids].map((id): PersonBadge | null => known.get(id) ?? null),
    entries: compared.entries.map((entry) =>
      entry.kind === 'same'
        ? { ...entry, html: named(entry.html) }
        : {
            ...entry,
            html: named(entry.html),
            before: entry.before && named(entry.before),
            after: entry.after && named(entry.after),
          },
    ),
  };
}

/** The two states of an address, the earlier one first whatever their order; `to` null when nothing was ever written. */
export async function askedStates(
  context: Context,
  documentId: Readable<'document'>,
  query: URLSearchParams,
): Promise<{ from: State | null; to: State | null }> {
  const { run } = context.get(servicesContext).database;
  const numberOf = (name: string, otherwise: number) => {
    const given = query.get(name) ?? '';
    return /^\d{1,15}$/.test(given) ? Number(given) : otherwise;
  };
  const [one, other] = [numberOf('de', 0), numberOf('a', Number.MAX_SAFE_INTEGER)];
  const [from, to] = await Promise.all(
    [Math.min(one, other), Math.max(one, other)].map((seq) => findState(run, documentId, { seq })),
  );
  return { from: from ?? null, to: to ?? null };
}

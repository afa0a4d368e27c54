import { z } from 'zod';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { listLogMinutes, listPeople } from '#db/documents/history/document-history.ts';
import { listKnownVersions } from '#db/documents/history/document-versions.ts';
import { versionsOf } from '#shared/documents/history/document-versions.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { operation } from './operation.ts';
import { Id, listOf, Organisation, Page, UserId } from './shapes.ts';

const Version = z.object({
  /** Number of its last update: `version` in the addresses of the history. */
  seq: z.number().int(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** The names that somebody gave to states in it. */
  names: z.array(z.string()),
  /** Whether an earlier version was restored in it. */
  isRestoration: z.boolean(),
  writers: z.array(z.object({ id: UserId, name: z.string(), organisation: Organisation.nullable() })),
  url: z.url(),
});

export const documentVersionOperations = [
  operation({
    path: '/documents/{document}/versions',
    name: 'versions.list',
    scope: 'documents:read',
    params: z.object({ document: Id }),
    query: Page,
    answer: listOf(Version),
    run: async ({ services: { db, database, now, origin }, caller, params, query }) => {
      const found = await findDocumentForMember(db, {
        documentId: params.document,
        userId: caller.userId,
        now: now(),
      });
      if (!found) return fail('access.notFound');
      const upTo = numberOf(query.cursor);
      const { minutes, isWhole } = await listLogMinutes(database.run, { documentId: found.id, upTo });
      const versions = versionsOf(minutes);
      // Where the answer is cut, a version may be too: it comes whole with the next one.
      const whole = isWhole || versions.length < 2 ? versions : versions.slice(1);
      const items = whole.toReversed().slice(0, query.limit);
      const [known, people] = await Promise.all([
        listKnownVersions(db, found.id),
        listPeople(db, [...new Set(items.flatMap(({ writers }) => writers))]),
      ]);
      const last = items.at(-1);
      return ok({
        items: items.map(({ seq, firstSeq, from, to, writers }) => {
          const within = known.filter((version) => version.seq >= firstSeq && version.seq <= seq);
          return {
            seq,
            from: from.toISOString(),
            to: to.toISOString(),
            names: within.flatMap(({ name }) => name ?? []),
            isRestoration: within.some(({ restored }) => restored !== null),
            writers: writers.flatMap((id) => {
              const person = people.get(id);
              if (!person) return [];
              const { name, organisation } = person;
              return [
                { id, name, organisation: organisation && { id: organisation.id, name: organisation.name } },
              ];
            }),
            url: origin + paths.documentHistory(found, { version: seq }),
          };
        }),
        next: last && last.firstSeq > 1 ? Buffer.from(String(last.firstSeq - 1)).toString('base64url') : null,
      });
    },
  }),
];

/** A cursor that is none of ours starts over. */
function numberOf(cursor: string | undefined): number {
  const text = cursor ? Buffer.from(cursor, 'base64url').toString() : '';
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.MAX_SAFE_INTEGER;
}

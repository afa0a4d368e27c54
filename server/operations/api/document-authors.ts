import { z } from 'zod';
import { findCharacters } from '#db/documents/document-texts.ts';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { listPeople } from '#db/documents/history/document-history.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { operation } from './operation.ts';
import { Id, Organisation, UserId } from './shapes.ts';

const Author = z.object({
  /** Null for an account that is gone. */
  person: z.object({ id: UserId, name: z.string() }).nullable(),
  organisation: Organisation.nullable(),
  /** Letters of theirs that stand in the text, spaces left out, whoever moved or laid them out since. */
  characters: z.number().int(),
});

export const documentAuthorOperations = [
  operation({
    path: '/documents/{document}/authors',
    name: 'authors.list',
    scope: 'documents:read',
    params: z.object({ document: Id }),
    answer: z.object({ items: z.array(Author) }),
    run: async ({ services: { db, now }, caller, params }) => {
      const found = await findDocumentForMember(db, {
        documentId: params.document,
        userId: caller.userId,
        now: now(),
      });
      if (!found) return fail('access.notFound');
      const characters = await findCharacters(db, found.id);
      const people = await listPeople(db, [...characters.keys()]);
      const gone = [...characters].reduce((sum, [id, count]) => sum + (people.has(id) ? 0 : count), 0);
      const known = [...characters].flatMap(([id, count]) => {
        const person = people.get(id);
        if (!person) return [];
        const { name, organisation } = person;
        const badge = organisation && { id: organisation.id, name: organisation.name };
        return [{ person: { id, name }, organisation: badge, characters: count }];
      });
      const items = [
        ...known.sort((a, b) => b.characters - a.characters || (a.person.id < b.person.id ? -1 : 1)),
        ...(gone > 0 ? [{ person: null, organisation: null, characters: gone }] : []),
      ];
      return ok({ items });
    },
  }),
];

import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { ExcerptStanding } from '#shared/documents/excerpt/excerpt.ts';
import type { NamedObject } from '#shared/documents/text/object-names.ts';
import { paths } from '#shared/paths.ts';
import type { Db } from '../../kernel/client.ts';
import { type Acquaintances, groupsAllowing } from '../../people/person/visible-people.ts';
import { useCaseSheets } from '../../publication/sheet/schema.ts';
import { isReadableBy, type Reader } from '../listed-documents.ts';
import { documents } from '../schema.ts';
import { excerptStates, excerpts } from './schema.ts';

type Named = { readonly id: string } & NamedObject;

/**
 * [EC2] [EC7] How these excerpts, each with the SHA-256 of what it says, stand towards their sources, for one reader: all that were asked
 * for. The title of a source and whether it changed are for whoever may read it; that it is gone, for everybody.
 */
export async function findExcerptNames(
  db: Db,
  ids: readonly string[],
  known: Acquaintances,
  reader: Reader,
): Promise<Named[]> {
  const asked = ids.map((id) => [id, ...id.split('/')] as const);
  const rows = await listStates(
    db,
    asked.map(([, excerptId = '']) => excerptId),
  );
  const readable = await readableAmong(
    db,
    rows.map(({ sourceId }) => sourceId),
    known,
    reader,
  );
  return asked.map(([id, excerptId, sha]): Named => {
    const row = rows.find((state) => state.excerptId === excerptId && state.sha === sha);
    if (!row) {
      return { id, name: '', href: null, excerpt: { mode: 'frozen', standing: 'unverified', colour: 0 } };
    }
    const title = readable.get(row.sourceId);
    const source = { id: row.sourceId, title: title ?? '' };
    const anchor = row.anchor === null ? '' : `#${row.anchor}`;
    return {
      id,
      name: title ?? '',
      href: title === undefined ? null : `${paths.document(source)}${anchor}`,
      excerpt: { mode: row.mode, standing: standingOf(row, title !== undefined), colour: row.colour },
    };
  });
}

/** [EC2] Those of these excerpts, each with the SHA-256 of what it says, that were given to say it. */
export async function listVerified(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await listStates(
    db,
    ids.map((id) => id.split('/')[0] ?? ''),
  );
  const given = new Set(rows.map(({ excerptId, sha }) => `${excerptId}/${sha}`));
  return new Set(ids.filter((id) => given.has(id)));
}

type State = Awaited<ReturnType<typeof listStates>>[number];

function standingOf(
  { isThere, isWithdrawn, words, latestWords, keptWords }: State,
  isReadable: boolean,
): ExcerptStanding {
  if (!isThere) return 'deleted';
  if (isWithdrawn) return 'withdrawn';
  if (!isReadable) return 'hidden';
  if (latestWords === null) return 'gone';
  if (latestWords === words) return 'current';
  return keptWords === latestWords ? 'kept' : 'changed';
}

async function listStates(db: Db, excerptIds: readonly string[]) {
  if (excerptIds.length === 0) return [];
  const rows = await db
    .select({
      excerptId: excerptStates.excerptId,
      sha: excerptStates.sha,
      words: excerptStates.words,
      anchor: excerptStates.anchor,
      colour: excerptStates.colour,
      mode: excerpts.mode,
      sourceId: excerpts.sourceId,
      latestWords: excerpts.latestWords,
      keptWords: excerpts.keptWords,
      thereId: documents.id,
      sheetState: useCaseSheets.state,
    })
    .from(excerptStates)
    .innerJoin(excerpts, eq(excerpts.id, excerptStates.excerptId))
    .leftJoin(documents, and(eq(documents.id, excerpts.sourceId), isNull(documents.trashedAt)))
    .leftJoin(useCaseSheets, eq(useCaseSheets.documentId, excerpts.sourceId))
    .where(inArray(excerptStates.excerptId, [...new Set(excerptIds)]));
  return rows.map(({ thereId, sheetState, ...row }) => ({
    ...row,
    isThere: thereId !== null,
    isWithdrawn: sheetState === 'withdrawn',
  }));
}

/** Titles of those of these documents that this person may read today. */
async function readableAmong(
  db: Db,
  ids: readonly string[],
  known: Acquaintances,
  reader: Reader,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const groupIds = groupsAllowing(known, 'document.read');
  const rows = await db
    .select({ id: documents.id, title: documents.title })
    .from(documents)
    .where(
      and(
        inArray(documents.id, [...new Set(ids)]),
        isNull(documents.trashedAt),
        isReadableBy(db, { ...reader, groupIds }),
      ),
    );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

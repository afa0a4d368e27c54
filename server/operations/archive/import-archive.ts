import { z } from 'zod';
import { recordAudit } from '#db/kernel/audit/audit.ts';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { ArchiveImport, type Imported } from '#db/operations/archive/archive-import.ts';
import { importOrganisations, importThemes } from '#db/operations/archive/archive-import-names.ts';
import type { ArchiveTableName } from '#shared/operations/archive/archive-tables.fr.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import { importGroup, readRows } from './import-group.ts';
import { READ_ONLY } from './import-values.ts';
import { ArchiveRefusal, type ReadArchive } from './read-archive.ts';

interface Options {
  readonly database: Pick<Database, 'db' | 'locks'>;
  readonly archive: ReadArchive;
  readonly store: FileStore;
  /** An account of this installation: what nobody else can stand for is in its name. */
  readonly by: string;
  readonly now: Date;
}

/** What became of an archive. */
export interface ImportReport {
  readonly counts: ReadonlyMap<ArchiveTableName, Imported>;
  /** Tables that the archive carries and that are read, never replayed: how many rows each has. */
  readonly readOnly: ReadonlyMap<ArchiveTableName, number>;
}

const Name = z.string().min(1).max(10_000);
const People = z.array(z.object({ id: Name, name: Name, organisationId: z.string().nullish() }));
const Organisations = z.array(
  z.object({
    id: Name,
    name: Name,
    shortName: z.string().max(20),
    kind: Name,
    colour: z.number().int().min(0).max(6),
  }),
);

/**
 * [OA7] Brings an archive into this installation: what is not there yet comes in whole, what is there stays as it is; all of it, or nothing.
 * @throws {ArchiveRefusal} for content that pages could not show; nothing was changed.
 */
export function importArchive({ database, archive, store, by, now }: Options): Promise<ImportReport> {
  return database.locks.holding('open-archive-import', async () => {
    const stored: string[] = [];
    try {
      return await inTransaction(database.db, async (tx) => {
        const into = new ArchiveImport(tx, by);
        const read = async <T>(path: string, shape: z.ZodType<T[]>): Promise<T[]> => {
          if (!archive.has(path)) return [];
          const parsed = shape.safeParse(await archive.json(path));
          if (!parsed.success) throw new ArchiveRefusal('strange');
          return parsed.data;
        };
        const organisations = await read('donnees/organisations.json', Organisations);
        const people = await read('donnees/personnes.json', People);
        const ofOrganisation = new Map(organisations.map(({ id, name }) => [id, name]));
        const names = new Map(
          people.map(({ id, name, organisationId }) => {
            const of = ofOrganisation.get(organisationId ?? '');
            return [id, of ? `${name} (${of})` : name];
          }),
        );
        const programme = 'programme/donnees';
        const sameAs = {
          organisations: await importOrganisations(tx, organisations, now),
          themes: await importThemes(tx, {
            seasons: await readRows(archive, programme, 'saisons'),
            themes: await readRows(archive, programme, 'themes'),
          }),
        };
        const readOnly = new Map<ArchiveTableName, number>();
        for (const group of archive.groups) {
          await importGroup({ tx, archive, into, group, sameAs, names, by, now, store, stored });
          for (const name of READ_ONLY) {
            const rows = await readRows(archive, `${group.folder}/donnees`, name);
            if (rows.length > 0) readOnly.set(name, (readOnly.get(name) ?? 0) + rows.length);
          }
          await recordAudit(tx, {
            actorId: by,
            action: 'archive.imported',
            subject: { kind: 'group', id: group.id, name: group.name },
            now,
          });
        }
        return { counts: into.counts, readOnly };
      });
    } catch (error) {
      for (const key of stored) await store.remove(key);
      throw error;
    }
  });
}

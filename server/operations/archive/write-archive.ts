import { readGroupPart, readNamed, readProgrammePart } from '#db/operations/archive/archive-rows.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { slugOf } from '#shared/kernel/ids.ts';
import { idsTo } from '#shared/operations/archive/archived-table.ts';
import { openArchive } from '#shared/operations/archive/open-archive.fr.ts';
import { ARCHIVE_FORMAT } from '#shared/operations/archive/open-archive.ts';
import { ArchivePackage } from './archive-package.ts';
import { readMe } from './read-me.ts';
import { type ArchiveSources, stepsOf, writeGroup } from './write-group.ts';

const words = openArchive.inside;

interface Making {
  /** Who will read it: every document is asked for in their name. */
  readonly userId: string;
  readonly groups: readonly { readonly id: Readable<'group'>; readonly name: string }[];
  readonly isWhole: boolean;
  readonly send: (bytes: Uint8Array) => Promise<void>;
  /** Told after each step; false ends the work. */
  readonly tell: (done: number, total: number) => Promise<boolean>;
}

/**
 * [OA1] An open archive of these groups, and of the programme when it is of the whole space, handed over while it is made. False when
 * it was no longer wanted.
 */
export async function writeOpenArchive(
  sources: ArchiveSources,
  { userId, groups, isWhole, send, tell }: Making,
): Promise<boolean> {
  const { db, origin, now } = sources;
  const at = now();
  const archive = new ArchivePackage(send, at);
  const lost: string[] = [];
  const people = new Set<string>();
  const organisations = new Set<string>();
  const placed: { id: string; name: string; folder: string }[] = [];
  let [done, total] = [0, groups.length];
  for (const { id, name } of groups) {
    const slug = slugOf(name).slice(0, 40) || 'groupe';
    const folder = archive.names.free(`${words.groups}/${slug}`);
    const prefix = `${folder.slice(words.groups.length + 1).replaceAll(/[^a-z0-9-]/g, '-')}-`;
    const part = await readGroupPart(db, { groupId: id });
    total += stepsOf(part);
    const step = () => tell(++done, total);
    const written = await writeGroup(sources, { archive, folder, prefix, part, userId, step });
    if (!written) return false;
    lost.push(...written.lost);
    for (const one of written.people) people.add(one);
    for (const one of written.organisations) organisations.add(one);
    placed.push({ id, name, folder });
    done++;
  }
  const ofProgramme = await readProgrammePart(db, { isWhole });
  for (const table of ofProgramme.tables)
    await archive.table(`${words.programme}/${words.tables}`, 'programme-', table);
  for (const table of ofProgramme.tables) {
    for (const one of idsTo(table, 'personnes')) people.add(one);
    for (const one of idsTo(table, 'organisations')) organisations.add(one);
  }
  const named = await readNamed(db, { people: [...people], organisationIds: [...organisations] });
  for (const table of named) await archive.table(words.tables, '', table);

  const [only] = placed;
  const title = isWhole || !only ? words.titleOfSpace : words.titleOfGroup(only.name);
  const madeOn = words.madeOn(parisWall(at).replace('T', ' à ').replace(':', ' h '), origin);
  const page = readMe({ title, madeOn, groups: placed, files: archive.files, lost });
  await archive.add(words.index, page, { title, mediatype: 'text/html' });
  await archive.end({
    title,
    created: at.toISOString(),
    homepage: origin,
    cordee: { format: ARCHIVE_FORMAT, isWhole, groups: placed, lost },
  });
  return true;
}

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { normalBlocks } from '#shared/documents/text/normal-blocks.ts';
import {
  countsOf,
  demonstrationArchive,
  exportedTo,
  newMachine,
  on,
} from '#tests/support/operations/archive-machines.ts';
import { freshFolder, runCommand } from '#tests/support/operations/backups.ts';
import type { ReadArchive } from '#tests/support/operations/open-archives.ts';

const cleanups: (() => Promise<unknown>)[] = [];
let folder: string;
let original: string;
let first: ReadArchive;

beforeAll(async () => {
  folder = await freshFolder(cleanups);
  ({ file: original, archive: first } = await demonstrationArchive(cleanups, folder));
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

/** What must be the same wherever it is, in an order of its own: the texts, the cards, the bytes of the files and what was said. */
function essenceOf(archive: ReadArchive) {
  const groups = archive.about.cordee.groups;
  const rows = (name: string) => groups.flatMap(({ folder: of }) => archive.rows(name, `${of}/`));
  const sum = (path: unknown) =>
    createHash('sha256')
      .update(archive.bytes(String(path)))
      .digest('hex');
  const sorted = (lines: string[]) => lines.sort();
  return {
    groups: sorted(groups.map(({ id, name }) => `${id} ${name}`)),
    texts: sorted(
      rows('documents').map(({ id, title, visibility, path }) =>
        JSON.stringify([
          id,
          title,
          visibility,
          normalBlocks(JSON.parse(archive.text(String(path))).content.content),
        ]),
      ),
    ),
    boards: sorted(
      rows('tableaux').map(({ id, title, path }) => {
        const { columns, archived, labels, fields, views } = JSON.parse(archive.text(String(path)));
        const strip = (cards: Record<string, unknown>[]) =>
          cards.map(({ createdAt: _, createdBy: __, assignees: ___, movedTo: ____, ...card }) => card);
        return JSON.stringify([
          ...[id, title, labels, fields, views],
          columns.map((column: { cards: Record<string, unknown>[] }) => ({
            ...column,
            cards: strip(column.cards),
          })),
          strip(archived).sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
        ]);
      }),
    ),
    quotes: sorted(rows('fils').map(({ id, quote }) => `${id} ${quote}`)),
    files: sorted(
      rows('fichiers').map(
        ({ id, name, contentType, width, path }) => `${id} ${name} ${contentType} ${width} ${sum(path)}`,
      ),
    ),
    versions: sorted(
      rows('ressources-versions').map(({ id, number, name, path }) => `${id} ${number} ${name} ${sum(path)}`),
    ),
    resources: sorted(rows('ressources').map(({ id, title, licence }) => `${id} ${title} ${licence}`)),
    meetings: sorted(rows('seances').map(({ id, title, startsAt }) => `${id} ${title} ${startsAt}`)),
    points: sorted(rows('points').map(({ id, title, order }) => `${id} ${title} ${order}`)),
    minutes: sorted(
      rows('comptes-rendus').map(({ meetingId, status, sha256 }) => `${meetingId} ${status} ${sha256}`),
    ),
    decisions: sorted(
      rows('decisions').map(({ id, text, year, number }) => `${id} ${text} ${year} ${number}`),
    ),
    datasets: sorted(rows('jeux').map(({ id, title, accessStatus }) => `${id} ${title} ${accessStatus}`)),
  };
}

test('[OA7] the demonstration goes to an empty installation on the other database and leaves it the same; a second import changes nothing', async () => {
  const machine = await newMachine(cleanups, 'postgres');
  const made = await runCommand('import-archive', machine, original);
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toContain('une preuve ne se rejoue pas ailleurs');
  const essence = essenceOf(first);
  expect(essence.texts.length).toBeGreaterThan(5);
  expect(essence.files.length).toBeGreaterThan(0);
  expect(essence.versions.length).toBeGreaterThan(0);
  const { archive: second } = await exportedTo(folder, machine);
  expect(second.about.cordee.lost).toEqual([]);
  expect(essenceOf(second)).toEqual(essence);
  expect(second.rows('relectures', 'groupes/')).toEqual([]);
  // Who has no account here is named in what they said.
  const bodies = (archive: ReadArchive) => {
    const rows = archive.about.cordee.groups.flatMap(({ folder: of }) =>
      archive.rows('commentaires', `${of}/`),
    );
    return new Map(rows.map(({ id, body, authorId }) => [String(id), { body: String(body), authorId }]));
  };
  const [wrote, came] = [bodies(first), bodies(second)];
  expect([...came.keys()].sort()).toEqual([...wrote.keys()].sort());
  expect(wrote.size).toBeGreaterThan(0);
  for (const [id, { body }] of wrote)
    expect([id, came.get(id)?.authorId, came.get(id)?.body.endsWith(`\u00a0: ${body}`)]).toEqual([
      id,
      null,
      true,
    ]);

  const renamed = { title: 'Renommé ici' };
  await on(machine, ({ run }) =>
    run(`update document set title = $1 where title = 'Charte de l’arbre urbain'`, [renamed.title]),
  );
  const before = await countsOf(machine);
  const again = await runCommand('import-archive', machine, original);
  expect(again).toMatchObject({ code: 0, err: '' });
  expect(await countsOf(machine)).toEqual(before);
  const titles = await on(machine, ({ run }) => run('select title from document', []));
  expect(titles.rows.map(({ title }) => title)).toContain(renamed.title);
});

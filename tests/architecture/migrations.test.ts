import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

/** What an instance of the version before could still read, or be unable to write, once this has run. */
const TAKES_AWAY =
  /\b(?:drop\s+(?:column|table)|rename\s+(?:to|column)|set\s+not\s+null|set\s+data\s+type)\b/i;
const NEEDS_A_VALUE = /\badd\s+column\b[^;]*\bnot\s+null\b/i;
const HAS_ONE = /\b(?:default|generated|bigserial|serial|identity)\b/i;

/** [S10] What in these statements an older instance could not live with. */
const unsafeIn = (sql: string): string[] =>
  sql
    .split(';')
    .filter(
      (statement) =>
        TAKES_AWAY.test(statement) || (NEEDS_A_VALUE.test(statement) && !HAS_ONE.test(statement)),
    )
    .map((statement) => statement.replace(/--> statement-breakpoint/g, '').trim());

/** Before the first version that anybody runs on several instances. */
const BEFORE_ANY_VERSION = ['0010_card_content.sql', '0054_upload_places.sql'];

test('[S10] a migration leaves to older instances what they read and write; one that takes away is named contract and said so', () => {
  const files = globSync('db/migrations/*.sql').toSorted();
  expect(files.length).toBeGreaterThan(60);
  const unsafe = files
    .filter((path) => unsafeIn(readFileSync(path, 'utf8')).length > 0)
    .map((path) => basename(path));
  const contracts = unsafe.filter((name) => /^\d+_contract_/.test(name));
  expect(unsafe.filter((name) => !contracts.includes(name))).toEqual(BEFORE_ANY_VERSION);
  const changelog = readFileSync('CHANGELOG.md', 'utf8');
  expect(contracts.filter((name) => !changelog.includes(name.replace('.sql', '')))).toEqual([]);
});

test.each([
  'alter table "a" drop column "b"',
  'DROP TABLE "a"',
  'ALTER TABLE "a" RENAME COLUMN "b" TO "c"',
  'ALTER TABLE "a" ALTER COLUMN "b" SET NOT NULL',
  'ALTER TABLE "a" ADD COLUMN "b" text NOT NULL',
])('[S10] «%s» would stop an older instance', (sql) => {
  expect(unsafeIn(sql)).toEqual([sql]);
});

test.each([
  'CREATE TABLE "a" ("b" text NOT NULL)',
  'ALTER TABLE "a" ADD COLUMN "b" text',
  'ALTER TABLE "a" ADD COLUMN "b" integer DEFAULT 1 NOT NULL',
])('[S10] «%s» would not', (sql) => {
  expect(unsafeIn(sql)).toEqual([]);
});

test('[S15] drizzle-kit compares with the last state of the schema only: one snapshot is kept, that of the last migration', () => {
  const journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });
  const { entries } = journal.parse(JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')));
  const last = entries.at(-1)?.tag.split('_')[0];
  expect(readdirSync('db/migrations/meta').toSorted()).toEqual([`${last}_snapshot.json`, '_journal.json']);
});

test('[S15] the journal names every file of migrations, in their order', () => {
  const journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });
  const { entries } = journal.parse(JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')));
  const files = globSync('db/migrations/*.sql').map((path) => basename(path, '.sql'));
  expect(entries.map(({ tag }) => tag)).toEqual(files.toSorted());
});

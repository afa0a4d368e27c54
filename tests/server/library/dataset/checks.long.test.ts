import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { type CheckForMember, findCheckForMember, prepareCheck } from '#db/library/dataset/dataset-checks.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { toldError } from '#server/kernel/told-error.ts';
import { type Checks, createChecks } from '#server/library/dataset/checks.ts';
import { CHECK_LIMITS, runCheck } from '#server/library/dataset/run-check.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { parseTableSchema, type TableSchema } from '#shared/library/dataset/table-schema.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = () => new Date();
let folder = '';
let database: Database;
let checks: Checks;
let who: { userId: string; groupId: string };
const newId = () => crypto.randomUUID();
const files = () => join(folder, 'checks');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-checks-'));
  database = await openFreshDatabase();
  const site = siteOf(database.db, now());
  const [person, group] = [await aPerson(site), await aGroup(site)];
  await aMember(site, { groupId: group.id, userId: person.id, role: 'contributor' });
  who = { userId: person.id, groupId: group.id };
  checks = createChecks({
    db: database.db,
    folder: files(),
    log: pino({ level: 'silent' }),
    now,
    newId,
    maxBytes: 60_000_000,
  });
});
afterAll(async () => {
  await checks.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const schemaOf = (given: object): TableSchema => {
  const parsed = parseTableSchema(JSON.stringify(given));
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};

async function prepared(schema: TableSchema | null = null) {
  const id = newId();
  const check = { checkId: id, ...who, datasetId: null, schema, schemaSource: '', now: now() };
  await inTransaction(database.db, (tx) => prepareCheck(tx, check));
  return { id: asReadable<'check'>(id), schema, mayChange: true as const };
}
const sent = (text: string, announcedBytes: number | null = null) => ({
  name: 'a.csv',
  body: new Blob([text]).stream(),
  announcedBytes,
});
const given = () => ({ sheet: null, by: { account: who.userId } });
const found = (id: string) =>
  findCheckForMember(database.db, { checkId: id, userId: who.userId, now: now() });
const until = async (id: string, isIt: (check: CheckForMember | null) => boolean) => {
  await expect.poll(async () => isIt(await found(id)), { interval: 50 }).toBe(true);
  return found(id);
};

describe('[DS10] a check of a file', () => {
  test('[DS11] runs to its report, and nothing is left of the file', async () => {
    const check = await prepared(schemaOf({ fields: [{ name: 'a', type: 'integer' }, { name: 'b' }] }));
    expect(await checks.receive(check, sent('a,b\n1,x\nz,y\n'), given())).toEqual({
      ok: true,
      value: undefined,
    });
    const done = await until(check.id, (seen) => seen?.state === 'done');
    expect(done).toMatchObject({ fileName: 'a.csv', errors: 1, fileBytes: 12, report: { rows: 2 } });
    await expect.poll(() => readdir(files())).toEqual([]);
    expect(await checks.receive(check, sent('a,b\n'), given())).toEqual({
      ok: false,
      error: 'dataset.checkStarted',
    });
  });

  test.each([
    ['nothing', sent(''), 'dataset.fileEmpty'],
    ['too much, as announced', sent('a', 70_000_000), 'dataset.fileTooLarge'],
    ['cut short', sent('a,b\n', 10), 'dataset.fileLost'],
  ])('refuses %s before it begins', async (_name, file, error) => {
    const check = await prepared();
    expect(await checks.receive(check, file, given())).toEqual({ ok: false, error });
    expect(await found(check.id)).toMatchObject({ state: 'waiting' });
    expect(await readdir(files())).toEqual([]);
  });

  test('refuses what is no table, and says why', async () => {
    const check = await prepared();
    await checks.receive(check, sent('%PDF-1.7 x'), given());
    expect(await until(check.id, (seen) => seen?.state === 'failed')).toMatchObject({
      failure: 'dataset.fileKind',
    });
  });

  test('is stopped while it runs, from its row, and nothing is left of it', async () => {
    // A pattern that never ends: it is still at it when it is stopped.
    const schema = schemaOf({ fields: [{ name: 'a', constraints: { pattern: '(a+)+b' } }, { name: 'b' }] });
    const check = await prepared(schema);
    await checks.receive(check, sent(`a,b\n${'a'.repeat(60)},x\n`), given());
    expect(await found(check.id)).toMatchObject({ state: 'running' });
    await checks.cancel(check);
    expect(await found(check.id)).toMatchObject({ state: 'cancelled', report: null });
    await expect.poll(() => readdir(files())).toEqual([]);
    expect(await found(check.id)).toMatchObject({ state: 'cancelled', report: null });
  });
});

test('[R12] checks of one account hold up nobody else’s, and a few of them wait', async () => {
  const schema = schemaOf({ fields: [{ name: 'a', constraints: { pattern: '(a+)+b' } }] });
  const hanging = await Promise.all(Array.from({ length: 5 }, () => prepared(schema)));
  for (const check of hanging)
    expect((await checks.receive(check, sent(`a\n${'a'.repeat(60)}\n`), given())).ok).toBe(true);
  expect(await checks.receive(await prepared(), sent('a\n1\n'), given())).toEqual({
    ok: false,
    error: 'dataset.checkBusy',
  });
  const other = await prepared();
  await checks.receive(other, sent('a\n1\n'), { sheet: null, by: { account: newId() } });
  await until(other.id, (seen) => seen?.state === 'done');
  for (const { id } of hanging) expect(await found(id)).toMatchObject({ state: 'running' });
  for (const check of hanging) await checks.cancel(check);
  await expect.poll(() => readdir(files())).toEqual([]);
});

describe('[DS10] the process of a check', () => {
  const run = async (
    text: string,
    schema: TableSchema | null,
    limits: Partial<typeof CHECK_LIMITS> = {},
    signal = new AbortController().signal,
  ) => {
    const path = join(folder, newId());
    await writeFile(path, text);
    const said: unknown[] = [];
    const rows: number[] = [];
    const result = await runCheck({
      task: { path, schema, sheet: null },
      signal,
      limits: { ...CHECK_LIMITS, ...limits },
      onRows: (seen) => rows.push(seen),
      onBroken: (error) => said.push(toldError(error)),
    });
    return { result, said, rows };
  };

  test('a pattern that never ends is ended', async () => {
    const schema = schemaOf({ fields: [{ name: 'a', constraints: { pattern: '(a+)+b' } }, { name: 'b' }] });
    const { result } = await run(`a,b\n${'a'.repeat(60)},x\n`, schema, { silentMs: 3_000 });
    expect(result).toEqual({ ok: false, error: 'dataset.checkTooLong' });
  });

  test('[SC12] that ends of itself is told to the log without what it wrote', async () => {
    const { result, said } = await run('a,b\n1,2\n', null, { heapMegabytes: 'zibeline' as never });
    expect(result).toEqual({ ok: false, error: 'dataset.checkInterrupted' });
    expect(said).toMatchObject([{ type: 'ProcessEnded', code: 9 }]);
    expect(JSON.stringify(said)).not.toContain('zibeline');
  });

  test('whoever is stopped before it begins does not begin', async () => {
    const stop = new AbortController();
    stop.abort();
    expect((await run('a,b\n1,2\n', null, {}, stop.signal)).result).toEqual({
      ok: false,
      error: 'dataset.checkCancelled',
    });
  });

  test('too much memory is named', async () => {
    const path = join(folder, newId());
    const out = createWriteStream(path);
    out.write('a,b\n');
    for (let at = 0; at < 400_000; at += 1)
      if (!out.write(`clé unique numéro ${at},x\n`)) await once(out, 'drain');
    out.end();
    await once(out, 'finish');
    const schema = schemaOf({ fields: [{ name: 'a', constraints: { unique: true } }, { name: 'b' }] });
    const { result } = await run(await readFile(path, 'utf8'), schema, {
      heapMegabytes: 40,
      memoryBytes: Number.MAX_SAFE_INTEGER,
    });
    expect(result).toEqual({ ok: false, error: 'dataset.checkTooHeavy' });
  });
});

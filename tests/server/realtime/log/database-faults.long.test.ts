import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLOSE } from '#shared/realtime/realtime.ts';
import { createPostgresDatabase } from '#tests/support/database.ts';
import { until } from '#tests/support/patience.ts';
import { type PrivateService, startPostgres } from '#tests/support/private-services.ts';
import { Crew, prepare } from '#tests/support/realtime/crash-crew.ts';
import { HandSocket, isStep2 } from '#tests/support/realtime/live-clients.ts';
import { signIn } from '#tests/support/server.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

const isLong = Boolean(process.env.TEST_LONG);
const seconds = (normal: number, long: number) => (isLong ? long : normal) * 1_000;

describe('a PostgreSQL that fails under load', () => {
  let postgres: PrivateService;
  let server: ServerProcess;
  let prepared: Awaited<ReturnType<typeof prepare>>;
  let crew: Crew;
  let databaseUrl: string;
  const cleanups: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    postgres = await startPostgres();
    cleanups.push(postgres.stop);
    // Not a superuser: those keep every right that is taken from them.
    await admin('create role ordinary login createdb');
    const asOrdinary = new URL(postgres.url);
    asOrdinary.username = 'ordinary';
    ({ url: databaseUrl } = await createPostgresDatabase(null, asOrdinary.href));
    const dataDir = await mkdtemp(join(tmpdir(), 'cordee-faults-'));
    cleanups.push(() => rm(dataDir, { recursive: true, force: true }));
    const settings = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
    prepared = await prepare(settings, { rooms: 4, people: 3 });
    server = await ServerProcess.start(settings);
    cleanups.push(() => server.end('SIGKILL'));
    crew = await Crew.open(server.port, { ...prepared, rooms: prepared.rooms.slice(0, 3) }, cleanups);
  });
  afterAll(async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  });

  async function admin(statement: string, url = postgres.url): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }

  function asSuperuser(): string {
    const own = new URL(databaseUrl);
    own.username = 'postgres';
    return own.href;
  }

  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  /** Nothing was promised that is not there, the process is the same, and what was typed meanwhile is stored. */
  async function expectWhole(): Promise<void> {
    for (const writer of crew.everybody) writer.pause();
    await crew.settle();
    crew.fallSilent();
    expect(server.isRunning).toBe(true);
    expect((await crew.missing()).words).toEqual([]);
    await server.end('SIGKILL');
    await server.start();
    expect((await crew.missing()).words).toEqual([]);
  }

  test('[R1] stopped without goodbye and started again: no false promise, nothing lost, nothing to be done by hand', async () => {
    await crew.startTyping(20);
    await postgres.crash();
    const atCrash = crew.everybody.map(({ acknowledged }) => acknowledged.length);
    await wait(seconds(3, 30));
    // What was on the wire when it crashed may still have been counted; nothing after that.
    const during = crew.everybody.map(({ acknowledged }) => acknowledged.length);
    await wait(500);
    expect(crew.everybody.map(({ acknowledged }) => acknowledged.length)).toEqual(during);
    expect(crew.everybody.every(({ written }, i) => written.length > (atCrash[i] ?? 0) + 50)).toBe(true);
    await postgres.restart();
    await crew.hearMore(during);
    await expectWhole();
  });

  test('[R1] whose appends wait: what was typed is kept, tried again calmly, and acknowledged only then', async () => {
    await crew.startTyping(20);
    const blocker = new pg.Client({ connectionString: asSuperuser() });
    await blocker.connect();
    await blocker.query('begin; lock table doc_update in exclusive mode');
    await wait(500);
    const during = crew.everybody.map(({ acknowledged }) => acknowledged.length);
    await wait(seconds(2, 60));
    expect(crew.everybody.map(({ acknowledged }) => acknowledged.length)).toEqual(during);
    expect(crew.everybody.every(({ isSaved }) => !isSaved)).toBe(true);
    const { rows } = await blocker.query(
      `select count(*)::int as appends from pg_stat_activity where query like '%insert into doc_update%' and state = 'active' and pid <> pg_backend_pid()`,
    );
    expect(rows[0]?.appends).toBeLessThanOrEqual(isLong ? 4 : 1);
    await blocker.query('rollback');
    await blocker.end();
    await crew.hearMore(during);
    await expectWhole();
  });

  test('[R1] that fails over: connections cut, then a copy that takes no writing, then one that does', async () => {
    await crew.startTyping(20);
    const name = new URL(databaseUrl).pathname.slice(1);
    await admin(`alter database "${name}" set default_transaction_read_only = on`);
    await admin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    // What was on the wire when they were cut may still have been counted; nothing after that.
    await wait(500);
    const during = crew.everybody.map(({ acknowledged }) => acknowledged.length);
    await wait(seconds(3, 60));
    expect(crew.everybody.map(({ acknowledged }) => acknowledged.length)).toEqual(during);
    expect(crew.everybody.every(({ isSaved }) => !isSaved)).toBe(true);
    // Connections that were made meanwhile stay with what they met.
    await admin(`alter database "${name}" reset default_transaction_read_only`);
    await crew.hearMore(during);
    const signsIn = () =>
      signIn(server.port, prepared.emails[0] ?? '').then(
        () => true,
        () => false,
      );
    await until('whoever comes signs in again, on every connection', async () => {
      const all = await Promise.all(Array.from({ length: 12 }, signsIn));
      return all.every(Boolean);
    });
    await expectWhole();
  });

  test('[R5] that lets nobody read: who opens a document is sent away, and never shown an empty one', async () => {
    const room = prepared.rooms[0] ?? '';
    await server.end('SIGTERM');
    await server.start();
    const person = await signIn(server.port, prepared.emails[0] ?? '');
    await admin('revoke select on doc_update from ordinary', asSuperuser());
    const refused = await HandSocket.open(server, room, person);
    expect((await refused.whenClosed()).code).toBe(CLOSE.tryLater);
    expect(refused.frames).toEqual([]);
    await wait(seconds(0, 10));
    await admin('grant select on doc_update to ordinary', asSuperuser());
    const admitted = await HandSocket.open(server, room, person);
    await admitted.settled();
    const { body } = await admitted.frame('the content', isStep2);
    expect(body.length).toBeGreaterThan(1_000);
    expect((await crew.missing()).words).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteBackup } from '#server/operations/backup/last-backup.ts';
import { CLOSE } from '#shared/realtime/realtime.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, isUpdate, typed } from '#tests/support/realtime/live-clients.ts';
import { METRICS_TOKEN, type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let writer: SignedIn;
let observer: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  writer = await server.person({ role: 'contributor' });
  observer = await server.person({ role: 'observer' });
});
afterAll(() => server.close());

const ask = (headers: Record<string, string> = {}) => fetch(`${server.origin}/metrics`, { headers });

/** The value of a line of the answer, 0 when it is not there (yet). */
async function scrape(): Promise<(line: string) => number> {
  const lines = (await (await ask()).text()).split('\n');
  return (line) => Number(lines.find((one) => one.startsWith(`${line} `))?.split(' ')[1] ?? 0);
}

test('[OP1] says when the last backup succeeded', async () => {
  expect((await scrape())('cordee_last_backup_timestamp_seconds')).toBe(0);
  const given = { rows: 1, files: 0, bytes: 1, isSealed: true, isRehearsed: false };
  await noteBackup(server.folder, { at: new Date('2026-11-27T03:00:00Z'), ...given });
  expect((await scrape())('cordee_last_backup_timestamp_seconds')).toBe(1_795_748_400);
});

test('counts sockets, rooms, and what is received, committed and acknowledged', async () => {
  const { room } = await server.document();
  const before = await scrape();
  const [one, other] = [
    await HandSocket.open(server, room, writer, '?ack=1'),
    await HandSocket.open(server, room, observer),
  ];
  await Promise.all([one.settled(), other.settled()]);
  const update = typed('Les tilleuls', 901);
  one.sendUpdate(update);
  await until('it is acknowledged and told', () => one.acked === 1 && other.frames.some(isUpdate));
  const after = await scrape();
  const grown = (line: string) => after(line) - before(line);
  expect(grown('cordee_sync_sockets{transport="websocket"}')).toBe(2);
  expect(grown('cordee_sync_rooms')).toBe(1);
  expect(grown('cordee_sync_received_updates_total')).toBe(1);
  expect(grown('cordee_sync_received_bytes_total')).toBe(update.length);
  expect(grown('cordee_sync_committed_updates_total')).toBe(1);
  expect(grown('cordee_sync_committed_bytes_total')).toBe(update.length);
  for (const histogram of ['commit_updates', 'commit_rooms', 'commit_seconds', 'ack_seconds'])
    expect(grown(`cordee_sync_${histogram}_count`)).toBe(1);
  expect(grown('cordee_sync_commit_rooms_sum')).toBe(1);
  expect(grown('cordee_sync_ack_seconds_sum')).toBeGreaterThan(grown('cordee_sync_commit_seconds_sum'));
  expect(after('cordee_sync_uncommitted_bytes')).toBe(0);
  expect(after('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
});

test('counts what is refused, by reason, and how connections end, by code', async () => {
  const { room } = await server.document();
  const before = await scrape();
  const reader = await HandSocket.open(server, room, observer);
  reader.sendUpdate(typed('Je ne devrais pas', 902));
  await reader.settled();
  reader.ws.close(4999);
  const clumsy = await HandSocket.open(server, room, writer);
  clumsy.send(Uint8Array.of(9, 9, 9));
  const texting = await HandSocket.open(server, room, writer);
  texting.send('bonjour');
  const lost = await HandSocket.open(server, (await server.foreignDocument()).room, writer);
  for (const socket of [reader, clumsy, texting, lost]) await socket.whenClosed();
  const grown = async (line: string) => (await scrape())(line) - before(line);
  await until(
    'every end is counted',
    async () => (await grown(`cordee_sync_closes_total{code="${CLOSE.reload}"}`)) === 2,
  );
  expect(await grown(`cordee_sync_closes_total{code="${CLOSE.gone}"}`)).toBe(1);
  expect(await grown('cordee_sync_closes_total{code="other"}')).toBe(1);
  for (const reason of ['read-only', 'malformed', 'text'])
    expect(await grown(`cordee_sync_refused_messages_total{reason="${reason}"}`)).toBe(1);
});

test('measures the work on documents, its failures too', async () => {
  const { room } = await server.document();
  const before = await scrape();
  await server.rooms.read(room, 'document', ANYBODY);
  await expect(server.rooms.read(room, 'absent' as 'document', ANYBODY)).rejects.toThrow();
  const after = await scrape();
  for (const outcome of ['done', 'failed']) {
    const line = `cordee_sync_worker_task_seconds_count{kind="read",outcome="${outcome}"}`;
    expect(after(line) - before(line)).toBe(1);
  }
});

test('is for this machine and for the bearer of the token', async () => {
  const forwarded = { 'x-forwarded-for': '203.0.113.7' };
  expect((await ask()).status).toBe(200);
  expect((await ask(forwarded)).status).toBe(404);
  expect((await ask({ ...forwarded, authorization: 'Bearer no' })).status).toBe(404);
  expect((await ask({ ...forwarded, authorization: `Bearer ${METRICS_TOKEN}` })).status).toBe(200);
});

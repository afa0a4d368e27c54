import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { hashPassword } from 'better-auth/crypto';
import { openPostgres } from '#db/kernel/client.ts';
import { migrate } from '#db/kernel/migrate.ts';
import { FILE_NAME_HEADER } from '#shared/paths.ts';
import { createPostgresDatabase } from '#tests/support/database.ts';
import { findPostgres, findRedis } from '#tests/support/find-services.ts';
import { freePort } from '#tests/support/private-services.ts';
import { type BuiltServer, signInByPassword, startBuiltServer } from '../built-server.ts';
import { askAtPace, statusOf } from './askings.ts';
import { fillPlenary, type PlenarySize, type PlenaryWorld } from './fill-plenary.ts';
import { watchMemory } from './memory.ts';
import { type MovedBoard, openMovedBoard } from './moving-boards.ts';
import { printPlenary } from './plenary-table.ts';
import { allStored, missingTexts, openRooms, typeUntil } from './rooms.ts';

const PASSWORD = 'une-seance-pleniere';
/** How many come in each second. */
const ARRIVALS = 8;
const PAGES_A_SECOND = 10;
const SEARCHES_A_SECOND = 2;
const MOVES_A_SECOND = 2;
const UPLOADS_A_SECOND = 0.2;
const UPLOAD_BYTES = 200_000;
const STAY_MS = 15_000;
const TYPED = ['ar', 'arbre', 'chaleur', 'relève', 'plac', 'mesure', 'jardin partagé', 'habitants'];

/** A plenary: everybody arrives, many in one text, others in theirs; pages, searches, boards and files meanwhile; then the servers are killed and read again. */
export async function measurePlenary(size: PlenarySize): Promise<void> {
  // Each person of a board listens for the end of this process.
  process.setMaxListeners(0);
  const postgres = await findPostgres();
  const redis = size.instances > 1 ? await findRedis() : null;
  if (size.instances > 1 && !redis)
    return console.log('plenary: there is no Redis for several instances here');
  const own = await createPostgresDatabase(null, postgres.url);
  const folder = await mkdtemp(join(tmpdir(), 'cordee-bench-'));
  try {
    const database = openPostgres(own.url);
    await migrate(database);
    const world = await fillPlenary(database.db, { ...size, passwordHash: await hashPassword(PASSWORD) });
    await database.run('analyze', []);
    await database.close();
    await inPlenary(size, world, {
      DATABASE_URL: own.url,
      DATA_DIR: folder,
      SECOND_FACTOR: '0',
      ...(redis && { REDIS_URL: redis.url }),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
    await own.drop();
    await Promise.all([postgres.stop(), redis?.stop()]);
  }
}

async function inPlenary(
  size: PlenarySize,
  world: PlenaryWorld,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const ports: number[] = [];
  for (let rank = 0; rank < size.instances; rank++) ports.push(await freePort());
  const origin = `http://localhost:${ports[0]}`;
  const startAll = async () => {
    const servers: BuiltServer[] = [];
    for (const port of ports)
      servers.push(await startBuiltServer({ ...settings, ORIGIN: origin, PORT: String(port) }));
    return servers;
  };
  const stopAll = (servers: readonly BuiltServer[], signal: 'SIGTERM' | 'SIGKILL') =>
    Promise.all(servers.map((server) => server.stop(signal)));

  const servers = await startAll();
  const at = (rank: number) => `http://localhost:${ports[rank % ports.length]}`;
  const memory = await watchMemory(
    servers.map(({ child }) => child.pid ?? 0),
    settings.DATABASE_URL ?? '',
  );
  const own = monitorEventLoopDelay({ resolution: 5 });
  try {
    // Come in, one after the other, as a hall fills.
    const cookies: string[] = [];
    const signIns = await askAtPace(
      ARRIVALS,
      performance.now() + (size.people * 1_000) / ARRIVALS,
      async (rank) => {
        const { email } = world.people[rank % size.people] ?? { email: '' };
        cookies[rank % size.people] = await signInByPassword(origin, {
          email,
          password: PASSWORD,
          at: at(rank),
        });
        return 200;
      },
    );

    const rooms = await openRooms(size, world, cookies, ports);
    const boards: MovedBoard[] = [];
    for (let rank = 0; rank < size.boards; rank++)
      boards.push(
        await openMovedBoard(
          { origin, at: at(rank), groupId: world.people[rank]?.groupId ?? '' },
          {
            mover: cookies[rank] ?? '',
            watcher: cookies[rank + 8] ?? cookies[rank] ?? '',
          },
        ),
      );
    const everybody = [...rooms.together, ...rooms.apart];
    const staying = setInterval(() => {
      for (const person of everybody) person.stay();
    }, STAY_MS);

    own.enable();
    const writers = everybody.filter((_, rank) => rank % size.oneWriterIn === 0);
    const until = performance.now() + size.seconds * 1_000;
    const headers = (rank: number) => ({ cookie: cookies[rank % size.people] ?? '', origin });
    const browsed = size.isBrowsed ? until : 0;
    const [pages, searches, uploads, moves] = await Promise.all([
      askAtPace(PAGES_A_SECOND, browsed, (rank) =>
        statusOf(fetch(at(rank) + pageOf(world, rank), { headers: headers(rank) })),
      ),
      askAtPace(SEARCHES_A_SECOND, browsed, (rank) => {
        const query = encodeURIComponent(TYPED[rank % TYPED.length] ?? '');
        return statusOf(fetch(`${at(rank)}/recherche/rapide?q=${query}`, { headers: headers(rank) }));
      }),
      askAtPace(UPLOADS_A_SECOND, browsed, (rank) =>
        statusOf(
          fetch(`${at(rank)}/documents/${world.documents[0]?.id}/fichiers`, {
            method: 'POST',
            headers: {
              ...headers(rank),
              [FILE_NAME_HEADER]: `releve-${rank}.txt`,
              'content-type': 'text/plain',
            },
            body: 'relevé\n'.repeat(UPLOAD_BYTES / 8),
          }),
        ),
      ),
      moveCards(boards, boards.length > 0 ? until : 0),
      typeUntil(writers, until),
    ]);
    clearInterval(staying);
    own.disable();
    const lateBy = await allStored(writers);
    const megabytes = await memory();
    const lost = everybody.flatMap((person) => (person.lost === null ? [] : [person.lost]));
    for (const person of everybody) person.leave();
    for (const board of boards) board.leave();

    // What is there is what the database gives to servers that could not say goodbye.
    await stopAll(servers, 'SIGKILL');
    servers.splice(0, servers.length, ...(await startAll()));
    const missing = await missingTexts(rooms.written, cookies, at(0));
    printPlenary({
      size,
      signIns,
      pages,
      searches,
      uploads,
      moves,
      movesHeard: boards.flatMap(({ watcher }) => watcher.heard),
      acknowledged: writers.flatMap(({ acknowledged }) => acknowledged),
      heard: rooms.together.flatMap(({ heard }) => heard),
      writers: writers.length,
      strokes: writers.reduce((sum, { written }) => sum + written.length, 0),
      unstored: lateBy,
      lost,
      missing,
      megabytes,
      ownLagMs: own.percentile(99) / 1e6,
    });
  } finally {
    await stopAll(servers, 'SIGKILL');
  }
}

async function moveCards(boards: readonly MovedBoard[], until: number) {
  const times: number[] = [];
  const asked = await askAtPace(MOVES_A_SECOND, until, async (rank) => {
    times.push((await boards[rank % boards.length]?.move()) ?? 0);
    return 200;
  });
  return { ...asked, times };
}

/** Home, the group, its documents, the news, a text, in turn and for each in their own name. */
function pageOf(world: PlenaryWorld, rank: number): string {
  const person = world.people[rank % world.people.length];
  const group = `/groupes/${rank % 2 === 0 ? world.plenaryGroup : person?.groupId}`;
  const text = `/documents/${world.documents[0]?.id}`;
  return ['/', group, `${group}/documents`, '/nouveautes', text][Math.floor(rank / 2) % 5] ?? '/';
}

import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from 'better-auth/crypto';
import { expect, test } from 'vitest';
import { openPostgres } from '#db/kernel/client.ts';
import { migrate } from '#db/kernel/migrate.ts';
import { signInByPassword, startBuiltServer } from '#tests/load/built-server.ts';
import { fillNational, nationalId, SIGNED_IN } from '#tests/load/fill-national.ts';
import { wallOf } from '#tests/support/architecture/walls.ts';
import { createPostgresDatabase, testDatabaseUrl } from '#tests/support/database.ts';
import { freePort } from '#tests/support/private-services.ts';
import { tableRoutes } from '#tests/support/route-table.ts';

const PASSWORD = 'une-mesure-du-pays';
/** What a page may ask at most, whatever there is. */
const MOST = wallOf('statements of a page');
/** A list that was empty, or had one page, asks this much more once it has several. */
const SLACK = 2;

/** Objects of the country by the parameters of addresses; each is the first of its kind. */
const NAMES: Readonly<Record<string, string>> = {
  groupe: nationalId('g', 1),
  document: nationalId('d', 2),
  tableau: nationalId('b', 1),
  seance: nationalId('m', 1),
  experimentation: nationalId('e', 1),
  mission: nationalId('k', 1),
  jeu: nationalId('s', 1),
  ressource: nationalId('r', 1),
  structure: nationalId('z', 1),
  problematique: nationalId('q', 1),
  chantier: nationalId('j', 1),
  candidature: nationalId('p', 10),
  appel: nationalId('l', 1),
  organisation: nationalId('o', 1),
  controle: nationalId('c', 1),
  page: 'accessibilite',
  guide: 'membre',
  liste: 'signaux',
};
const BESOIN: Readonly<Record<string, string>> = {
  'donnees/besoins/:besoin': nationalId('x', 1),
  'experimentations/:experimentation/besoins/:besoin': nationalId('n', 1),
};
/** Whoever comes first opens a page for all, but for members, who see what is their groups’. */
const ASKING = ['coordinator', 'member', 'reviewer', 'admin'] as const;

/** The address of a page in the country; null where it has none of that kind, or no page answers there. */
function addressIn(path: string): string | null {
  if (/\.[a-z]+$|^deconnexion|\/:format$/.test(path)) return null;
  const names: Readonly<Record<string, string | undefined>> = { ...NAMES, besoin: BESOIN[path] };
  const missing = [...path.matchAll(/:([a-z]+)(\??)/g)].some(([, name = '', may]) => !may && !names[name]);
  if (missing) return null;
  return `/${path.replace(/:([a-z]+)\??/g, (_, name: string) => names[name] ?? '').replace(/\/\*$/, '')}`;
}
const ADDRESSES = [...new Set(tableRoutes.flatMap(({ path }) => addressIn(path) ?? []))];

interface Size {
  readonly share: number;
  readonly groups: number;
}

/**
 * How often each page asks the database, by who opens it and where; of those that are opened. What asks more often than
 * before is heard once more: of what the server keeps for a while, some may just have run out.
 */
async function countStatements(
  size: Size,
  before: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const own = await createPostgresDatabase(null, testDatabaseUrl());
  const folder = await mkdtemp(join(tmpdir(), 'cordee-statements-'));
  const port = String(await freePort());
  const origin = `http://localhost:${port}`;
  try {
    const database = openPostgres(own.url);
    await migrate(database);
    await fillNational(database, { ...size, passwordHash: await hashPassword(PASSWORD) });
    await database.close();
    const { child, stop } = await startBuiltServer(
      { DATABASE_URL: own.url, DATA_DIR: folder, ORIGIN: origin, PORT: port, SECOND_FACTOR: '0' },
      new URL('../load/heard-statements.ts', import.meta.url),
    );
    try {
      const counts = new Map<string, number>();
      const opened = new Set<string>();
      for (const who of ASKING) {
        const email = `p${SIGNED_IN[who]}@exemple.test`;
        const cookie = await signInByPassword(origin, { email, password: PASSWORD });
        const open = async (address: string) => {
          const answer = await fetch(origin + address, { headers: { cookie }, redirect: 'manual' });
          await answer.arrayBuffer();
          return answer.status;
        };
        for (const address of ADDRESSES) {
          if (who !== 'member' && opened.has(address)) continue;
          // The first one notes the visit, and what only it has to find out.
          const status = await open(address);
          if (status >= 500) throw new Error(`${who} ${address}: ${status}`);
          if (status !== 200) continue;
          opened.add(address);
          const hear = async () => {
            child.send('hear');
            await once(child, 'message');
            await open(address);
            child.send('tell');
            const [heard] = (await once(child, 'message')) as [readonly unknown[]];
            return heard.length;
          };
          const page = `${who} ${address}`;
          const count = await hear();
          const isMore = count > (before.get(page) ?? MOST) + SLACK;
          counts.set(page, isMore ? Math.min(count, await hear()) : count);
        }
      }
      return counts;
    } finally {
      await stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    await own.drop();
  }
}

test('[PG3] no page asks the database more often where there is more, and none more than forty times', async () => {
  const few = await countStatements({ share: 1 / 80, groups: 2 }, new Map());
  const many = await countStatements({ share: 1 / 25, groups: 150 }, few);
  const rows = [...few].flatMap(([page, before]) => {
    const after = many.get(page);
    return after === undefined ? [] : [{ page, before, after }];
  });
  if (process.env.TEST_TABLE)
    console.log(rows.map(({ page, before, after }) => `| ${page} | ${before} | ${after} |`).join('\n'));
  expect(rows.length).toBeGreaterThan(200);
  const grown = rows.filter(({ before, after }) => after > before + SLACK || Math.max(before, after) > MOST);
  expect(grown.map(({ page, before, after }) => `${page}: ${before}, ${after}`)).toEqual([]);
});

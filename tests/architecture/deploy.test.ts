import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Variables } from '#server/kernel/env.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const units = ['docs/deploy/cordee.service', 'docs/deploy/cordee-backup.service'];
/** Of others: the images of PostgreSQL and Garage, Node itself, the C library. */
const FOREIGN =
  /^(POSTGRES_\w+|GARAGE_RPC_SECRET|NODE_COMPILE_CACHE|MALLOC_MMAP_THRESHOLD_|MALLOC_ARENA_MAX)$/;

test('[OP6] the image, the composition and the units set nothing that the product does not know', () => {
  const known = new Set(Object.keys(Variables.shape));
  const set = [
    ...[...read('Dockerfile').matchAll(/^ENV (.+)$/gm)].flatMap(([, line = '']) => line.split(' ')),
    ...[...read('compose.yaml').matchAll(/^ {6}([A-Z][A-Z_]+: .+)$/gm)].map(([, line = '']) => line),
    ...units.flatMap((unit) =>
      [...read(unit).matchAll(/^Environment=(.+)$/gm)].flatMap(([, line = '']) => line.split(' ')),
    ),
  ].map((pair) => pair.split(/[=:]/)[0] ?? '');
  expect(set.length).toBeGreaterThan(12);
  expect(set.filter((name) => !known.has(name) && !FOREIGN.test(name))).toEqual([]);
});

test('[OP6] nothing runs as root, and everything that is started or copied is there', () => {
  const last =
    read('Dockerfile')
      .split(/^FROM /m)
      .at(-1) ?? '';
  expect(last).toMatch(/^USER node$/m);
  expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('\nCMD '));
  const copied = [...last.matchAll(/^COPY --from=build \/cordee\/(\S+)/gm)].map(([, path = '']) => path);
  const made = new Set(['build', 'node_modules']);
  expect(copied.filter((path) => !made.has(path) && !existsSync(path))).toEqual([]);
  // Every room whose code runs in the process is in the image.
  expect(copied).toEqual(expect.arrayContaining(['shared', 'db', 'server', 'build']));
  for (const unit of units) {
    expect(read(unit)).toMatch(/^User=cordee$/m);
    expect(read(unit)).toMatch(/^ProtectSystem=strict$/m);
    const [script = ''] = /server\/[\w-]+\.ts/.exec(read(unit)) ?? [];
    expect(existsSync(script)).toBe(true);
  }
});

test('[OP6] the image, the unit and the benches start the server by the same words as npm start', () => {
  const [, said = ''] = /^const SERVER = \[(.+)\];$/m.exec(read('boot.cjs')) ?? [];
  const [option = '', script = ''] = said.replaceAll("'", '').split(', ');
  expect(script).toBe('server/index.ts');
  expect(read('Dockerfile')).toContain(`CMD ["node", "${option}", "${script}"]`);
  expect(read('docs/deploy/cordee.service')).toContain(`/node ${option} ${script}`);
  const allocation = [...read('boot.cjs').matchAll(/(MALLOC_\w+): '(\d+)'/g)];
  expect(allocation).toHaveLength(2);
  for (const file of ['Dockerfile', 'docs/deploy/cordee.service'])
    for (const [, name, value] of allocation) expect(read(file)).toContain(`${name}=${value} `);
  for (const bench of ['tests/load/built-server.ts', 'tests/load/realtime/contenders.ts'])
    expect(read(bench)).toContain(`'${option}'`);
});

test('[OP6] each service of the composition has a read-only root, gains no right, and says whether it is well', () => {
  const services = read('compose.yaml')
    .split(/^volumes:$/m)[0]
    ?.split(/^ {2}(?=\w+:$)/m)
    .slice(1);
  expect(services?.length).toBe(4);
  for (const service of services ?? []) {
    expect(service).toMatch(/^ {4}read_only: true$/m);
    expect(service).toMatch(/^ {4}security_opt: \["no-new-privileges:true"\]$/m);
    expect(service).toMatch(/^ {4}healthcheck:$/m);
    expect(service).not.toMatch(/image: \S+:latest|image: [^:\s]+$/m);
  }
});

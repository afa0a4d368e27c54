import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '../../support/private-services.ts';
import type { Protocol } from './messages.ts';
import { end, runNode, startNode } from './processes.ts';
import type { Address } from './raw-socket.ts';

/** A server that takes part, with its data, over restarts. */
export interface Contender {
  readonly name: string;
  readonly label: string;
  readonly protocol: Protocol;
  readonly isOurs: boolean;
  /** Keeps what it is told over a restart. */
  readonly isDurable: boolean;
  readonly acknowledges: boolean;
  /** Makes its data; once. */
  prepare(): Promise<void>;
  start(): Promise<void>;
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  readonly pid: number;
  /** Processes of its database on this machine, for their share of the work; none when it is in the server itself. */
  databasePids(): Promise<number[]>;
  address(room: string, member: number): Address;
  remove(): Promise<void>;
}

interface Program {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

abstract class NodeServer implements Contender {
  abstract readonly name: string;
  abstract readonly label: string;
  abstract readonly protocol: Protocol;
  readonly isOurs: boolean = false;
  readonly isDurable: boolean = true;
  readonly acknowledges: boolean = false;
  protected readonly folder: string;
  protected port = 0;
  #child: Awaited<ReturnType<typeof startNode>> | null = null;

  constructor(folder: string, name: string) {
    this.folder = join(folder, name);
    mkdirSync(this.folder, { recursive: true });
  }

  protected abstract program(): Program;

  async prepare(): Promise<void> {
    this.port = await freePort();
  }

  async start(): Promise<void> {
    const { args, env } = this.program();
    const logFile = join(this.folder, 'server.log');
    const isReady = () => this.isReady();
    const options = { env: { HOST: '127.0.0.1', ...env }, logFile, port: this.port, isReady };
    this.#child = await startNode(args, options);
  }

  /** Anything that speaks HTTP is ready for sockets; ours listens before it has opened its database. */
  protected isReady(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/`).then(
      () => true,
      () => false,
    );
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.#child) await end(this.#child, signal);
    this.#child = null;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  databasePids(): Promise<number[]> {
    return Promise.resolve([]);
  }

  address(room: string, _member: number): Address {
    return { port: this.port, path: `/${room}` };
  }

  remove(): Promise<void> {
    return Promise.resolve();
  }
}

/** The bare broadcast: what moving the bytes costs on this machine. */
export class Relay extends NodeServer {
  readonly name = 'relay';
  readonly label = 'bare relay';
  readonly protocol = 'relay';
  override readonly isDurable = false;
  constructor(folder: string) {
    super(folder, 'relay');
  }
  program(): Program {
    return { args: ['tests/load/realtime/relay-server.ts'], env: {} };
  }
}

/** @y/websocket-server with the LevelDB persistence that it brings (0.1.1 is its last version on Yjs 13). */
export class YWebsocketServer extends NodeServer {
  readonly name = 'y-websocket';
  readonly label = '@y/websocket-server + LevelDB';
  readonly protocol = 'yjs';
  constructor(folder: string) {
    super(folder, 'y-websocket');
  }
  program(): Program {
    const server = new URL('src/server.js', import.meta.resolve('@y/websocket-server/package.json'));
    return { args: [fileURLToPath(server)], env: { YPERSISTENCE: join(this.folder, 'level') } };
  }
}

export class Hocuspocus extends NodeServer {
  readonly name = 'hocuspocus';
  readonly label = 'Hocuspocus + SQLite';
  readonly protocol = 'hocuspocus';
  override readonly acknowledges = true;
  constructor(folder: string) {
    super(folder, 'hocuspocus');
  }
  program(): Program {
    const args = ['tests/load/realtime/hocuspocus-server.ts'];
    return { args, env: { DATA_FILE: join(this.folder, 'documents.sqlite') } };
  }
}

/** The product as it ships, pages included, on a PostgreSQL of its own, or embedded. Rooms are documents prepared for the measurement. */
export class Cordee extends NodeServer {
  readonly name: string;
  readonly label: string;
  readonly protocol = 'yjs';
  override readonly isOurs = true;
  override readonly acknowledges = true;
  #databaseUrl = '';
  #documents: number;
  #tokens: string[] = [];
  #free: string[] = [];
  #rooms = new Map<string, string>();

  constructor(folder: string, options: { postgres: string | null; documents: number }) {
    const kind = options.postgres ? 'postgresql' : 'embedded';
    super(folder, `cordee-${kind}`);
    this.name = `cordee-${kind}`;
    this.label = `Cordée, PostgreSQL ${options.postgres ? 'beside' : 'embedded'}`;
    if (options.postgres) {
      const url = new URL(options.postgres);
      url.pathname = `/cordee_load_${randomUUID().slice(0, 8)}`;
      this.#databaseUrl = url.href;
    }
    this.#documents = options.documents;
  }

  override async prepare(): Promise<void> {
    await super.prepare();
    await runNode(['tests/load/prepare.ts'], this.#env);
    const { tokens, rooms } = JSON.parse(readFileSync(join(this.#dataDir, 'load.json'), 'utf8'));
    this.#tokens = tokens;
    this.#free = rooms;
  }

  get #dataDir(): string {
    return join(this.folder, 'data');
  }

  get #env(): NodeJS.ProcessEnv {
    return {
      DATA_DIR: this.#dataDir,
      DATABASE_URL: this.#databaseUrl,
      ORIGIN: '',
      REDIS_URL: '',
      DEMO: '0',
      LOG_LEVEL: 'warn',
      LOAD_DOCUMENTS: String(this.#documents),
    };
  }

  program(): Program {
    return { args: ['--max-semi-space-size=8', 'server/index.ts'], env: this.#env };
  }

  protected override isReady(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  override async databasePids(): Promise<number[]> {
    if (!this.#databaseUrl) return [];
    const client = new pg.Client({ connectionString: this.#databaseUrl });
    await client.connect();
    const { rows } = await client
      .query<{ pid: number }>(
        'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
      .finally(() => client.end());
    return rows.map(({ pid }) => pid);
  }

  /** The same member of a room is always the same account, and no account has many sockets. */
  override address(room: string, member: number): Address {
    const name = this.#rooms.get(room) ?? this.#free.pop();
    if (!name) throw new Error('more rooms than prepared documents');
    this.#rooms.set(room, name);
    const start = createHash('sha256').update(room).digest().readUInt32BE(0);
    const token = this.#tokens[(start + member) % this.#tokens.length];
    return {
      port: this.port,
      path: `/collab/${name}?ack=1`,
      headers: { Authorization: `Bearer ${token}` },
    };
  }

  override async remove(): Promise<void> {
    if (this.#databaseUrl) await runNode(['tests/load/prepare.ts', 'drop'], this.#env);
  }
}

/**
 * Hocuspocus as its documentation sets it up: default debounce, the database extension. The table and statements are those
 * of its SQLite extension; the driver is Node's own, since that extension's needs a compiler where it has no binary.
 */
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';

const { PORT, DATA_FILE = ':memory:' } = process.env;
const sqlite = new DatabaseSync(DATA_FILE);
sqlite.exec(`create table if not exists documents (name varchar(255) not null unique, data blob not null)`);
const select = sqlite.prepare('select data from documents where name = ?');
const upsert = sqlite.prepare(
  'insert into documents (name, data) values (?, ?) on conflict (name) do update set data = excluded.data',
);

const server = new Server({
  port: Number(PORT),
  address: '127.0.0.1',
  quiet: true,
  onAuthenticate: async () => ({}),
  extensions: [
    new Database({
      fetch: async ({ documentName }) => {
        const data = select.get(documentName)?.data;
        return data instanceof Uint8Array ? data : null;
      },
      store: async ({ documentName, state }) => void upsert.run(documentName, state),
    }),
  ],
});
await server.listen();

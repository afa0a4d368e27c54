import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { openPglite } from '#db/client.ts';
import { canMount, mountSmallDisk, type SmallDisk } from '#tests/support/small-disk.ts';

let disk: SmallDisk | undefined;
afterAll(() => disk?.remove());

test('a statement that is refused says why, and costs the next ones nothing', async () => {
  const database = openPglite();
  onTestFinished(() => database.close());
  await expect(database.run('select $1::int', ['un'])).rejects.toMatchObject({ code: '22P02' });
  await expect(database.run('select 1 from nowhere where $1', [true])).rejects.toMatchObject({
    code: '42P01',
  });
  await expect(
    database.db.transaction(async (tx) => {
      await tx.execute('create table t (id int primary key)');
      await tx.execute('insert into t values (1), (1)');
    }),
  ).rejects.toThrow();
  expect((await database.run('select 1 as one', [])).rows).toEqual([{ one: 1 }]);
});

test.skipIf(!canMount || process.env.TEST_DATABASE_URL)(
  'a database whose journal found no room is opened again by itself once there is room',
  async () => {
    disk = mountSmallDisk(96);
    const dataDir = join(disk.path, 'database');
    mkdirSync(dataDir);
    const database = openPglite({ dataDir });
    onTestFinished(() => database.close());
    await database.run('create table t (id int primary key, v bytea) with (fillfactor = 10)', []);
    await database.run('insert into t values (1, $1)', [Buffer.alloc(1_500)]);
    disk.fill();
    // Always the same page: only the journal grows, until it needs its next file.
    let written = 0;
    const write = () =>
      database.run('update t set v = $1 where id = 1', [Buffer.alloc(1_500, ++written % 256)]);
    await expect(
      (async () => {
        for (;;) await write();
      })(),
    ).rejects.toThrow('No space left on device');
    const last = written - 1;
    disk.free();
    const { rows } = await database.run('select get_byte(v, 0) as byte from t', []);
    expect(rows).toEqual([{ byte: last % 256 }]);
    await write();
  },
  120_000,
);

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Places } from './cluster-places.ts';

/** The administrator’s own settings, beside the cluster in `DATA_DIR`: read last. */
const OWN_SETTINGS = 'postgresql.conf';

/**
 * What an embedded PostgreSQL of a small site needs, and no more: one process of ours with a few connections, on the machine’s own disk.
 * What is committed is on the disk (fsync and synchronous_commit keep their defaults); no replica listens, so the journal is
 * the short one; its log holds no statement and no value of a row.
 */
const SETTINGS = `# Written anew at each start. Settings of your own go into ${OWN_SETTINGS}, in the folder of data.
max_connections = 40
shared_buffers = 64MB
effective_cache_size = 512MB
min_wal_size = 32MB
max_wal_size = 512MB
wal_level = minimal
max_wal_senders = 0
max_logical_replication_workers = 0
io_method = sync
jit = off
timezone = UTC
log_timezone = UTC
log_min_messages = log
log_min_error_statement = panic
log_error_verbosity = terse
log_checkpoints = off
log_connections = off
include_if_exists '../../${OWN_SETTINGS}'
`;

/** Writes the settings of this version, where they are not there yet. */
export async function writeSettings({ data }: Places): Promise<void> {
  const file = join(data, 'postgresql.conf');
  if ((await readFile(file, 'utf8').catch(() => null)) === SETTINGS) return;
  await writeFile(file, SETTINGS, { mode: 0o600 });
}

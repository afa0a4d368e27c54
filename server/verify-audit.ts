/** `npm run audit:verify`: does the audit trail hold? Without the server; on PostgreSQL beside it. */
import { type AuditReport, verifyAuditChain } from '#db/kernel/audit/audit.ts';
import { audit as words } from '#shared/kernel/audit/audit.fr.ts';
import type { AuditHead } from '#shared/kernel/audit/audit.ts';
import { DataDirInUse, holdDataDir } from './kernel/data-dir.ts';
import { openDatabase } from './kernel/database.ts';
import { readEnv } from './kernel/env.ts';
import { StartRefusal } from './kernel/start-refusal.ts';

try {
  process.exitCode = report(await verify(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  for (const sentence of error.sentences) console.error(sentence);
  process.exitCode = 2;
}

async function verify(args: readonly string[]): Promise<AuditReport> {
  const noted = readNoted(args);
  const env = readEnv();
  const dataDir = env.DATABASE_URL ? null : await holdDataDir(env.DATA_DIR).catch(explainInUse);
  const database = await openDatabase(env, dataDir?.path ?? env.DATA_DIR);
  try {
    console.log(words.command.reading);
    return await verifyAuditChain(database.db, noted);
  } finally {
    await database.close();
    await dataDir?.release();
  }
}

function readNoted([given, ...others]: readonly string[]): AuditHead | undefined {
  if (given === undefined) return undefined;
  const [, sequence, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(given) ?? [];
  if (!sequence || !hash || others.length > 0) throw new StartRefusal(words.command.usage);
  return { sequence: Number(sequence), hash };
}

/** Says what was found and gives the exit code: 1 for a trail that does not hold. */
function report({ head, fault }: AuditReport): 0 | 1 {
  if (fault) console.error(words.broken(fault));
  else console.log(words.holds(head));
  return fault ? 1 : 0;
}

function explainInUse(error: unknown): never {
  if (error instanceof DataDirInUse) throw new StartRefusal(words.command.serverRunning(error.path));
  throw error;
}

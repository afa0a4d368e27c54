/** `npm run audit:verify`: does the audit trail hold, and is what was signed what it says? Without the server; on PostgreSQL beside it. */
import { verifyAuditChain } from '#db/kernel/audit/audit.ts';
import { compareSigned } from '#db/operations/audit/compare-signed.ts';
import { audit as words } from '#shared/kernel/audit/audit.fr.ts';
import type { AuditHead } from '#shared/kernel/audit/audit.ts';
import { signedFacts } from '#shared/operations/audit/signed-facts.fr.ts';
import type { SignedReport } from '#shared/operations/audit/signed-facts.ts';
import { StartRefusal } from './kernel/start-refusal.ts';
import { openForCommand } from './operations/command/open-for-command.ts';
import { type Command, runCommand } from './operations/command/run-command.ts';

/** How many differences are told one by one. */
const TOLD_MAX = 100;

await runCommand({ usage: words.command.usage, isAlone: true }, verify);

async function verify({ word, ...place }: Command): Promise<void> {
  const noted = readNoted(word);
  const { db, close } = await openForCommand(place, { whileServed: words.command.serverRunning });
  try {
    console.log(words.command.reading);
    const { head, fault } = await verifyAuditChain(db, noted);
    if (!fault && head.sequence === 0) throw new StartRefusal(words.command.empty);
    if (fault) refuse(words.broken(fault));
    else console.log(words.holds(head));
    tell(await compareSigned(db));
  } finally {
    await close();
  }
}

function readNoted(word: string | null): AuditHead | undefined {
  if (word === null) return undefined;
  const [, sequence, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(word) ?? [];
  if (!sequence || !hash) throw new StartRefusal(words.command.usage);
  return { sequence: Number(sequence), hash };
}

function tell(report: SignedReport): void {
  const { older, differences } = report;
  for (const one of differences.slice(0, TOLD_MAX)) refuse(signedFacts.difference(one));
  if (differences.length > TOLD_MAX) refuse(signedFacts.more(differences.length - TOLD_MAX));
  if (differences.length > 0) refuse(signedFacts.broken(differences.length));
  else console.log(signedFacts.hold(report));
  if (older > 0) console.log(signedFacts.older(older));
}

/** Says what does not hold; the command then ends with 1. */
function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

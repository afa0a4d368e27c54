/**
 * Accounts of the demonstration that attack it side by side, in a process of their own: what they compute is not to hold up those whose
 * waiting is measured. Told what to do by `start-adversaries.ts`, it prepares, says that it is ready, attacks until it is stopped, and tells
 * what became of it.
 */
import { constants, setPriority } from 'node:os';
import type { TakingAddress } from '#tests/support/kernel/taking-addresses.ts';
import { endlessBodies, idleLines } from './against-lines.ts';
import { heavyDocument, largeUpdates } from './against-rooms.ts';
import { archives, conversions, heavyPages, largeImages, tableChecks } from './against-work.ts';
import { type Attack, Attacker, type Tally } from './attacker.ts';
import type { Strength } from './strength.ts';

/** What they are told. */
export interface Orders {
  readonly origin: string;
  readonly groupId: string;
  readonly strength: Strength;
  /** Addresses that take a body, and pages that cost much. */
  readonly taking: readonly TakingAddress[];
  readonly pages: readonly string[];
  /** Only attacks whose name this is found in. */
  readonly only: string;
}

/** What came of one attack. */
export interface AttackReport {
  readonly name: string;
  readonly rounds: number;
  readonly tally: Tally;
}

// They are on other machines: what they compute takes nothing from whom they attack.
setPriority(constants.priority.PRIORITY_LOW);

async function prepare({ origin, groupId, strength, taking, pages, only }: Orders): Promise<Attack[]> {
  const accounts = ['animation', 'donnees.a', 'donnees.b'];
  const [claire, julien, samira] = await Promise.all(
    accounts.map((account) => Attacker.signIn(origin, account)),
  );
  if (!claire || !julien || !samira) throw new Error('an account is missing');
  const { documents, elements, updates, comparisons, files, images, checks, lines, idle, bodies } = strength;
  const heavy = await heavyDocument(samira, groupId, { elements, updates, comparisons });
  const open = await julien.document(groupId);
  const attacks = [
    endlessBodies(claire, { addresses: taking, atOnce: bodies }),
    heavyPages(claire, { addresses: pages, atOnce: strength.pages }),
    await largeUpdates(julien, groupId, { documents }),
    heavy.attack,
    conversions(samira, { groupId, heavyId: heavy.id, files }),
    await largeImages([julien, samira], { documentId: open.id, atOnce: images }),
    tableChecks(julien, { groupId, atOnce: checks, lines }),
    archives(claire, { groupId }),
    idleLines(samira, { lines: idle, rooms: 90, room: open.room }),
  ];
  return attacks.filter(({ name }) => name.includes(only));
}

async function carryOut({ name, round }: Attack, signal: AbortSignal): Promise<AttackReport> {
  const tally: Tally = {};
  const note = (outcome: string) => {
    tally[outcome] = (tally[outcome] ?? 0) + 1;
  };
  let rounds = 0;
  while (!signal.aborted) {
    await round(signal, note).catch((error: unknown) => {
      if (!signal.aborted) note(`failed: ${error instanceof Error ? error.message : error}`);
    });
    rounds++;
  }
  return { name, rounds, tally };
}

const stop = new AbortController();
const begun = Promise.withResolvers<void>();
process.on('message', async (told: Orders | 'begin' | 'stop') => {
  if (told === 'begin') return begun.resolve();
  if (told === 'stop') return stop.abort();
  const attacks = await prepare(told);
  process.send?.('ready');
  await begun.promise;
  process.send?.(await Promise.all(attacks.map((attack) => carryOut(attack, stop.signal))));
});
process.on('disconnect', () => process.exit());

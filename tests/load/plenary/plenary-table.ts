import { loadavg } from 'node:os';
import { percentile } from '../percentiles.ts';
import type { Asked } from './askings.ts';
import type { PlenarySize } from './fill-plenary.ts';
import type { HeldMemory } from './memory.ts';

/** Milliseconds, p95; megabytes for memory (`docs/performance.md`). */
const TARGETS = { pages: 300, heard: 200, acknowledged: 250, megabytes: 2_048 } as const;

export interface PlenaryFigures {
  readonly size: PlenarySize;
  readonly signIns: Asked;
  readonly pages: Asked;
  readonly searches: Asked;
  readonly uploads: Asked;
  readonly moves: Asked;
  readonly movesHeard: readonly number[];
  readonly acknowledged: readonly number[];
  readonly heard: readonly number[];
  readonly writers: number;
  readonly strokes: number;
  readonly unstored: number;
  readonly lost: readonly string[];
  readonly missing: number;
  readonly megabytes: HeldMemory;
  /** How late the load generator itself was: above a few milliseconds, the figures are also its own. */
  readonly ownLagMs: number;
}

/** Prints what was measured beside what is wanted. */
export function printPlenary(figures: PlenaryFigures): void {
  const { size, megabytes } = figures;
  console.log(
    `\nPlenary: ${size.people} present over ${size.instances} instance(s), ${size.together} in one document, ${size.documents} documents open, ${figures.writers} writing, ${size.boards} boards, ${size.seconds} s; load of the machine ${loadavg().map((load) => load.toFixed(1))}, generator late by ${figures.ownLagMs.toFixed(1)} ms (p99)`,
  );
  console.log('\n| | count | p50 | p95 | p99 | target p95 | |\n|---|---|---|---|---|---|---|');
  row('pages', figures.pages.times, TARGETS.pages);
  row('letter → another of the text', figures.heard, TARGETS.heard);
  row('letter → acknowledged', figures.acknowledged, TARGETS.acknowledged);
  row('card moved → stored', figures.moves.times, TARGETS.acknowledged);
  row('card moved → another of the board', figures.movesHeard, TARGETS.heard);
  row('search as one types', figures.searches.times);
  row('file of 200 KB', figures.uploads.times);
  row('sign-in by password', figures.signIns.times);
  const { servers, database, atRest } = megabytes;
  console.log(
    `\nmemory before anybody came: ${Math.round(atRest)} MB; at most: servers ${Math.round(servers)} MB, connections of the database ${Math.round(database)} MB: ${verdict(servers + database, TARGETS.megabytes)}`,
  );
  for (const [name, { refused }] of Object.entries({
    'sign-ins': figures.signIns,
    pages: figures.pages,
    searches: figures.searches,
    files: figures.uploads,
  }))
    for (const [status, count] of refused) console.log(`${name}: ${count} answered ${status}`);
  const reasons = Map.groupBy(figures.lost, (why) => why);
  for (const [why, those] of reasons) console.log(`connections lost: ${those.length}, ${why}`);
  console.log(
    `${figures.strokes} strokes; not acknowledged in 20 s: ${figures.unstored} writers; after kill -9, not there exactly once: ${figures.missing} texts of ${figures.writers}`,
  );
}

function row(name: string, times: readonly number[], target?: number): void {
  if (times.length === 0) return;
  const [half, most, longest] = [50, 95, 99].map((part) => percentile(times, part));
  const cells = [half, most, longest].map((value) => `${Math.round(value ?? 0)} ms`).join(' | ');
  console.log(
    `| ${name} | ${times.length} | ${cells} | ${target ? `≤ ${target} ms | ${verdict(most ?? 0, target)}` : ' | '} |`,
  );
}

const verdict = (value: number, target: number) => (value <= target ? 'met' : '**missed**');

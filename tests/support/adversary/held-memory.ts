import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const MEBIBYTE = 1024;
const LOOK_MS = 250;

/** What a process and all that it started held at a moment, in megabytes; what several share is counted once (Pss). */
export interface HeldMemory {
  readonly total: number;
  /** Of each process: its program and what it holds. */
  readonly parts: readonly string[];
}

/** Looks again and again at what a process and all that it started hold, until it is ended; then tells the most. */
export function watchHeldMemory(pid: number): () => Promise<HeldMemory & { readonly looks: number }> {
  let most: HeldMemory = { total: 0, parts: [] };
  let looks = 0;
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      const held = heldBy(pid);
      if (held.total > most.total) most = held;
      looks++;
      await pause(LOOK_MS);
    }
  })();
  return async () => {
    isOver = true;
    await looking;
    return { ...most, looks };
  };
}

function heldBy(pid: number): HeldMemory {
  const parts = familyOf(pid).map((one) => ({ name: programOf(one), megabytes: pssOf(one) }));
  return {
    total: parts.reduce((sum, { megabytes }) => sum + megabytes, 0),
    parts: parts.map(({ name, megabytes }) => `${name} ${Math.round(megabytes)}`),
  };
}

/** A process and all that it started, and they. */
function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) && read(`/proc/${name}/stat`);
    // Its name stands in brackets, and may hold any.
    if (stat) parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const family = [pid];
  for (const one of family) for (const [child, parent] of parents) if (parent === one) family.push(child);
  return family;
}

function pssOf(pid: number): number {
  const kibibytes = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  return Number(kibibytes ?? 0) / MEBIBYTE;
}

function programOf(pid: number): string {
  const words = read(`/proc/${pid}/cmdline`).split('\0');
  return words.findLast((word) => /\.[cm]?[jt]s$/.test(word))?.replace(/^.*\//, '') ?? words[0] ?? '';
}

/** Empty when the process has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

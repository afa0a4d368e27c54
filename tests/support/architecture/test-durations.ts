import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** How long a file of tests, or a check, took one worker. */
export interface Duration {
  /** `tests/<room>/…`, or the title of a check. */
  readonly file: string;
  readonly seconds: number;
}

/** What one room, or several together, may cost. */
export interface Budget {
  readonly rooms: readonly string[];
  /** Of a worker, on a quiet machine of two cores. */
  readonly seconds: number;
}

/** [H26] What `tests/budget.json` grants, in its order. */
export function readBudgets(): Budget[] {
  const budgets = z
    .record(z.string(), z.number().positive())
    .parse(JSON.parse(readFileSync('tests/budget.json', 'utf8')));
  return Object.entries(budgets).map(([rooms, seconds]) => ({ rooms: rooms.split(', '), seconds }));
}

/** A room may pass its share by a fifth before the table marks it. */
const ROOM_TO_SPARE = 1.2;

const roomOf = (file: string) => (file.startsWith('tests/') ? (file.split('/')[1] ?? file) : 'checks');
const sumOf = (items: readonly { seconds: number }[]) => items.reduce((sum, { seconds }) => sum + seconds, 0);

/**
 * Where the time of workers went, in French: by room, beside its budget, then the ten longest. One machine takes five times as long as
 * another: so what is marked is a room that took more than its share of the whole, wherever it runs.
 */
export function durationTable(durations: readonly Duration[], budgets: readonly Budget[]): string {
  const [total, granted] = [sumOf(durations), sumOf(budgets)];
  const rows = budgets.map(({ rooms, seconds }) => {
    const own = durations.filter(({ file }) => rooms.includes(roomOf(file)));
    const used = sumOf(own);
    const isOver = used / total > (ROOM_TO_SPARE * seconds) / granted;
    const line = `  ${rooms.join(', ')}\u00a0: ${Math.round(used)} s sur ${seconds}, ${own.length} fichiers`;
    return isOver ? `${line}, plus que sa part` : line;
  });
  const longest = durations.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10);
  return [
    `Où le temps est allé (secondes d’un processus de tests)\u00a0: ${Math.round(total)} s sur ${granted}`,
    ...rows,
    'Les dix fichiers les plus longs\u00a0:',
    ...longest.map(({ file, seconds }) => `  ${Math.round(seconds)} s  ${file}`),
  ].join('\n');
}

import type { Contender } from './contenders.ts';
import type { Figures } from './figures.ts';
import { idle, openCold, storm } from './opening.ts';
import { acknowledge, deliver, killed } from './typing.ts';

export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** Column → heading; the first one is drawn. */
  readonly columns: Readonly<Record<string, string>>;
  /** Rooms that it uses at each contender. */
  readonly rooms: number;
  readonly isFor: (contender: Contender) => boolean;
  readonly measure: (contender: Contender) => Promise<Figures>;
}

export type Size = 'quick' | 'normal' | 'long';

const DELIVERY = {
  cpu: 'processor, ms per 1,000 delivered',
  database: 'database, ms per 1,000',
  p50: 'p50, ms',
  p99: 'p99, ms',
  undelivered: 'undelivered',
} as const;
const anybody = () => true;

/** All of them, in the order in which they run. */
export function scenariosOf(size: Size): Scenario[] {
  const isQuick = size === 'quick';
  const ms = isQuick ? 2_000 : 8_000;
  const connections = isQuick ? 200 : 1_000;
  const fanOut = (members: number, rate: number): Scenario => ({
    name: `fan-out-${members}x${rate}`,
    title: `${members} people type in one document, ${rate} characters/s each`,
    columns: DELIVERY,
    rooms: 1,
    isFor: anybody,
    measure: (contender) => deliver(contender, { rooms: 1, members, rate, ms }),
  });
  const documents = (count: number): Scenario => ({
    name: `documents-${count}`,
    title: `${count} documents, two people in each, 1 character/s`,
    columns: DELIVERY,
    rooms: count,
    isFor: anybody,
    measure: (contender) => deliver(contender, { rooms: count, members: 2, rate: 1, ms }),
  });
  const kill = (afterMs: number): Scenario => ({
    name: `kill-${afterMs / 1000}s`,
    title: `kill -9 after ${afterMs / 1000} s of typing`,
    columns: { lost: 'seen by another, lost, %', acknowledged: 'acknowledged characters lost' },
    rooms: 20,
    isFor: ({ isDurable }) => isDurable,
    measure: (contender) => killed(contender, { rooms: 20, members: 2, rate: 10, ms: afterMs }),
  });
  const edits = isQuick ? 10_000 : 60_000;
  const stormed = isQuick ? 200 : 500;
  return [
    {
      name: 'idle',
      title: `${connections} connections that do nothing, each in a document of its own`,
      columns: { kilobytes: 'KB each' },
      rooms: connections,
      isFor: anybody,
      measure: (contender) => idle(contender, connections),
    },
    fanOut(50, 5),
    ...(isQuick ? [] : [fanOut(200, 2)]),
    fanOut(200, 5),
    documents(isQuick ? 100 : 500),
    ...(size === 'long' ? [documents(2_000)] : []),
    {
      name: 'acknowledgement',
      title: '150 people type in 30 documents, 3 characters/s each',
      columns: { p95: 'acknowledged, p95, ms', p50: 'p50, ms' },
      rooms: 30,
      isFor: ({ acknowledges }) => acknowledges,
      measure: (contender) => acknowledge(contender, { rooms: 30, members: 5, rate: 3, ms }),
    },
    {
      name: 'storm',
      title: `${stormed} people reconnect at once, 20 KB documents`,
      columns: { ms: 'until all are back, ms', cpu: 'processor, s' },
      rooms: stormed / 10,
      isFor: anybody,
      measure: (contender) => storm(contender, stormed, 20_480),
    },
    {
      name: 'cold-open',
      title: `A document of ${edits.toLocaleString('en')} edits, opened by 50 people after a restart`,
      columns: {
        all: '50 people, ms',
        one: 'one, ms',
        kilobytes: 'KB each',
        early: 'told “synced” while empty',
      },
      rooms: 1,
      isFor: ({ isDurable }) => isDurable,
      measure: (contender) => openCold(contender, edits, 50),
    },
    kill(1_000),
    ...(isQuick ? [] : [kill(5_000)]),
  ];
}

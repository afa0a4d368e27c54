import { type Reason, type SaidReason, saidReason } from './notification.ts';

/** One thing that one person heard of. */
export interface Heard {
  readonly id: string;
  readonly verb: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly reason: Reason;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly title: string;
  readonly actor: string | null;
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly data: Readonly<Record<string, string>>;
}

/** [NO6] Everything unread of one object, or what of it was read at one time. */
export interface Line {
  readonly key: string;
  readonly objectKind: string;
  readonly objectId: string;
  /** Of the last event. */
  readonly title: string;
  readonly group: Heard['group'];
  /** How many events. */
  readonly count: number;
  /** The verb when all have the same one. */
  readonly verb: string | null;
  /** Whose doing it was, the last first, each once; null for somebody who left or is not known. */
  readonly actors: readonly (string | null)[];
  readonly reasons: readonly SaidReason[];
  readonly at: Date;
  readonly isUnread: boolean;
  /** The card when all are about one. */
  readonly cardId: string | null;
  /** Where in the object the last of it happened, for objects of the programme. */
  readonly place: string | null;
  /** The states of a document between which its text changed. */
  readonly edits: { readonly from: number; readonly to: number } | null;
}

/** [NO6] Events, the newest first, as lines: one an object for what is unread, the newest first. */
export function linesOf(heard: readonly Heard[]): Line[] {
  const byKey = new Map<string, Heard[]>();
  for (const event of heard) {
    const key = `${event.objectKind} ${event.objectId} ${event.readAt?.toISOString() ?? ''}`;
    byKey.set(key, [...(byKey.get(key) ?? []), event]);
  }
  return [...byKey].flatMap(([key, events]) => {
    const [last] = events;
    if (!last) return [];
    const { objectKind, objectId, title, group, at, readAt } = last;
    return [
      {
        key,
        objectKind,
        objectId,
        title,
        group,
        count: events.length,
        verb: onlyOf(events.map(({ verb }) => verb)),
        actors: [...new Set(events.map(({ actor }) => actor))],
        reasons: [...new Set(events.flatMap(({ reason, verb }) => saidReason(reason, verb) ?? []))],
        at,
        isUnread: readAt === null,
        cardId: onlyOf(events.map(({ data }) => data.card ?? null)),
        place: last.data.place ?? null,
        edits: editsOf(events),
      },
    ];
  });
}

function onlyOf<Value>(values: readonly Value[]): Value | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

function editsOf(events: readonly Heard[]): Line['edits'] {
  const edits = events.filter(({ verb }) => verb === 'document.edited');
  const from = edits.map(({ data }) => Number(data.from)).filter(Number.isFinite);
  const to = edits.map(({ data }) => Number(data.to)).filter(Number.isFinite);
  return from.length > 0 && to.length > 0
    ? { from: Math.max(1, Math.min(...from)), to: Math.max(...to) }
    : null;
}

/** A run of Yjs clocks of one client, `to` exclusive. */
export interface ClockRange {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

interface Span {
  from: number;
  to: number;
}

const FEW = 32;

/** A set of (client, clock), kept as sorted runs: which structs a room has, and which of them are deleted. */
export class ClockSet {
  #spans = new Map<number, Span[]>();
  /** Runs that do not start at clock 0: what waits for something missing. Meaningful for structs only. */
  #detached = 0;

  constructor(ranges: Iterable<ClockRange> = []) {
    for (const range of ranges) this.add(range);
  }

  get detached(): number {
    return this.#detached;
  }

  /** Where the client's first run ends if it starts at 0: its clock in a state vector. */
  end(client: number): number {
    const first = this.#spans.get(client)?.[0];
    return first?.from === 0 ? first.to : 0;
  }

  /** Number of the client's runs that do not start at clock 0. */
  detachedOf(client: number): number {
    const spans = this.#spans.get(client);
    return spans ? spans.length - (spans[0]?.from === 0 ? 1 : 0) : 0;
  }

  has({ client, from, to }: ClockRange): boolean {
    const spans = this.#spans.get(client);
    if (!spans) return from >= to;
    const span = spans[firstEndingAtOrAfter(spans, to)];
    return span !== undefined && span.from <= from;
  }

  /** Adds these, in any order. Many runs of one client are merged in one pass: one by one, each would move all others. */
  addAll(ranges: readonly ClockRange[]): void {
    if (ranges.length <= FEW) {
      for (const range of ranges) this.add(range);
      return;
    }
    for (const [client, own] of Map.groupBy(ranges, (range) => range.client)) {
      if (own.length <= FEW) for (const range of own) this.add(range);
      else this.#merge(client, own);
    }
  }

  #merge(client: number, ranges: readonly ClockRange[]): void {
    const before = this.detachedOf(client);
    const sorted = [...(this.#spans.get(client) ?? []), ...ranges].sort((a, b) => a.from - b.from);
    const spans: Span[] = [];
    for (const { from, to } of sorted) {
      const last = spans.at(-1);
      if (last && from <= last.to) last.to = Math.max(last.to, to);
      else spans.push({ from, to });
    }
    this.#spans.set(client, spans);
    this.#detached += this.detachedOf(client) - before;
  }

  add({ client, from, to }: ClockRange): void {
    const spans = this.#spans.get(client);
    if (!spans) {
      this.#spans.set(client, [{ from, to }]);
      if (from > 0) this.#detached++;
      return;
    }
    const last = spans[spans.length - 1];
    if (last && last.from <= from && from <= last.to) {
      // The way of every key press: it goes on where the last one ended.
      if (to > last.to) last.to = to;
      return;
    }
    const before = this.detachedOf(client);
    const start = firstEndingAtOrAfter(spans, from);
    let end = start;
    const joined = { from, to };
    for (let span = spans[end]; span && span.from <= to; span = spans[++end]) {
      joined.from = Math.min(joined.from, span.from);
      joined.to = Math.max(joined.to, span.to);
    }
    spans.splice(start, end - start, joined);
    this.#detached += this.detachedOf(client) - before;
  }

  /** The state vector: clients whose structs are known from clock 0 on, with how far. */
  vector(): Map<number, number> {
    const vector = new Map<number, number>();
    for (const client of this.#spans.keys()) {
      const end = this.end(client);
      if (end > 0) vector.set(client, end);
    }
    return vector;
  }
}

/** Index of the first span whose end is not before `clock` (spans are sorted and disjoint). */
function firstEndingAtOrAfter(spans: readonly Span[], clock: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? 0) < clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

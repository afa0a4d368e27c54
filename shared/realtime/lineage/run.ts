/** Letters that one Yjs clientID wrote one after the other: so many from `clock` on, in UTF-16 units as Yjs counts them. */
export interface Span {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** Letters that are read, or were read, side by side; the spans are theirs in order and come to the same length. */
export interface Run {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Letters that were written before under another name: `from` is the first of those that they repeat. */
export interface Repeated extends Span {
  readonly from: { readonly client: number; readonly clock: number };
}

/** A run that is being gathered. */
export class RunDraft implements Run {
  text = '';
  spans: Span[] = [];

  add(text: string, client: number, clock: number): void {
    const last = this.spans.at(-1);
    if (last && last.client === client && last.clock + last.length === clock)
      this.spans[this.spans.length - 1] = { ...last, length: last.length + text.length };
    else this.spans.push({ client, clock, length: text.length });
    this.text += text;
  }
}

/** Part of a run, by the places of its letters. */
export function partOf({ text, spans }: Run, from: number, to: number): Run {
  const part = new RunDraft();
  let at = 0;
  for (const { client, clock, length } of spans) {
    const [start, end] = [Math.max(from, at), Math.min(to, at + length)];
    if (start < end) part.add(text.slice(start, end), client, clock + start - at);
    at += length;
  }
  return part;
}

/** Two parts of the same length, the first repeating the second, as spans that are whole on both sides. */
export function pairs(copy: Run, source: Run): Repeated[] {
  const found: Repeated[] = [];
  const sources = source.spans.values();
  let [from, taken] = [sources.next().value, 0];
  for (const { client, clock, length } of copy.spans) {
    for (let done = 0; done < length && from; ) {
      const most = Math.min(length - done, from.length - taken);
      const first = { client: from.client, clock: from.clock + taken };
      found.push({ client, clock: clock + done, length: most, from: first });
      done += most;
      taken += most;
      if (taken === from.length) [from, taken] = [sources.next().value, 0];
    }
  }
  return found;
}

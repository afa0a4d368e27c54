/** Signs that nobody sees and that tools read: words can be written in them (Unicode tags, selectors of a supplement). Flags keep theirs. */
const UNSEEN = /(\u{1F3F4}[\u{E0030}-\u{E007A}]{1,8}\u{E007F})|[\u{E0000}-\u{E01EF}]/gu;

const sizeOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0;

/** The beginning of a text, of so many characters as they are counted; no half of a character. */
function beginning(text: string, most: number, sizeIn: (part: string) => number): string {
  let part = text;
  for (let over = sizeIn(part) - most; over > 0 && part !== ''; over = sizeIn(part) - most)
    part = part.slice(0, Math.max(part.length - over, 0)).replace(/[\uD800-\uDBFF]$/, '');
  return part;
}

/** The value within so many characters of JSON: the longest of it loses its end first. `lost` hears the name of each thing that did. */
function fitted(value: unknown, most: number, lost: (name: string) => void, name = ''): unknown {
  if (sizeOf(value) <= most) return value;
  if (typeof value === 'string' || Array.isArray(value)) lost(name);
  if (typeof value === 'string') return beginning(value, most, sizeOf);
  if (Array.isArray(value)) {
    const kept: unknown[] = [];
    let left = most - 1;
    for (const one of value) {
      left -= sizeOf(one) + 1;
      if (left < 0) break;
      kept.push(one);
    }
    return kept.length > 0 ? kept : [fitted(value[0], most - 2, lost, name)];
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = { ...value };
  for (const one of Object.keys(kept).sort((a, b) => sizeOf(kept[b]) - sizeOf(kept[a]))) {
    const over = sizeOf(kept) - most;
    if (over > 0) kept[one] = fitted(kept[one], sizeOf(kept[one]) - over, lost, one);
  }
  return kept;
}

/** [MC4] What is told, in so many characters: a text by its beginning, a record in JSON that is whole. `lost` names what lost its end. */
export function bounded(told: string | object, most: number): { text: string; lost: readonly string[] } {
  const whole = (typeof told === 'string' ? told : JSON.stringify(told)).replace(UNSEEN, '$1');
  if (whole.length <= most) return { text: whole, lost: [] };
  if (typeof told === 'string')
    return { text: beginning(whole, most, ({ length }) => length), lost: ['text'] };
  const lost = new Set<string>();
  const text = JSON.stringify(fitted(JSON.parse(whole), most, (name) => lost.add(name)));
  return { text, lost: [...lost] };
}

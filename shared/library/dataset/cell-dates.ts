/** What the directives of a date format stand for. */
const DIRECTIVES: Readonly<Record<string, string>> = {
  '%d': '(?<d>\\d{2})',
  '%m': '(?<m>\\d{2})',
  '%Y': '(?<Y>\\d{4})',
  '%y': '(?<y>\\d{2})',
  '%H': '(?<H>\\d{2})',
  '%M': '(?<M>\\d{2})',
  '%S': '(?<S>\\d{2})',
  '%f': '\\d{1,6}',
  '%z': '(?:Z|[+-]\\d{2}:?\\d{2})',
  '%Z': '[A-Za-z]{1,5}',
  '%%': '%',
};

/** Reads one way of writing a date; null for a directive that is not known here. */
function readerOf(format: string): ((text: string) => string | null) | null {
  let source = '';
  for (const [part] of format.matchAll(/%.|[^%]+/gu)) {
    const known =
      DIRECTIVES[part] ?? (part.startsWith('%') ? null : part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
    if (known === null) return null;
    source += known;
  }
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^${source}$`);
  } catch {
    return null;
  }
  return (text) => {
    const found = pattern.exec(text);
    if (!found) return null;
    const { Y, y, m = '01', d = '01', H = '00', M = '00', S = '00' } = found.groups ?? {};
    const year = Y ?? (y ? `20${y}` : '2000');
    if (!isDay(Number(year), Number(m), Number(d)) || Number(H) > 23 || Number(M) > 59 || Number(S) > 60)
      return null;
    return `${year}-${m}-${d}T${H}:${M}:${S}`;
  };
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const ISO: Readonly<Record<'date' | 'datetime' | 'time', readonly string[]>> = {
  date: ['%Y-%m-%d'],
  datetime: ['%Y-%m-%dT%H:%M:%S%z', '%Y-%m-%dT%H:%M:%S', '%Y-%m-%dT%H:%M:%S.%f%z', '%Y-%m-%dT%H:%M:%S.%f'],
  time: ['%H:%M:%S'],
};
const ANY: typeof ISO = {
  date: [...ISO.date, '%d/%m/%Y', '%d-%m-%Y', '%Y/%m/%d'],
  datetime: [...ISO.datetime, '%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%d/%m/%Y %H:%M:%S', '%d/%m/%Y %H:%M'],
  time: [...ISO.time, '%H:%M'],
};

/** How a date, a moment or a time of day is read: what comes back can be compared as text. */
export function dateReader(kind: keyof typeof ISO, format: string): (text: string) => string | null {
  const formats = format.startsWith('%') ? [format] : format === 'any' ? ANY[kind] : ISO[kind];
  const readers = formats.map(readerOf);
  // A format that nobody here can read refuses nothing.
  if (readers.some((reader) => reader === null)) return (text) => text;
  return (text) => {
    for (const reader of readers) {
      const read = reader?.(text);
      if (read) return read;
    }
    return null;
  };
}

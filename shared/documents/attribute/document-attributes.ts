import { embedOf } from './embed-address.ts';
import { safeFile, safeLink } from './safe-address.ts';

/** Kinds of callout; each has its word, its icon and its colour. */
export const CALLOUTS = ['info', 'warning', 'practice', 'example', 'definition', 'key'] as const;
export type CalloutKind = (typeof CALLOUTS)[number];
/** What a highlighted passage means. */
export const HIGHLIGHTS = ['important', 'check', 'new'] as const;
export type HighlightKind = (typeof HIGHLIGHTS)[number];
/** States of a status chip. */
export const STATES = ['todo', 'doing', 'review', 'done', 'blocked', 'dropped'] as const;
export type State = (typeof STATES)[number];
/** Languages of code blocks; anything else is plain text. */
export const LANGUAGES = [
  'bash',
  'css',
  'html',
  'javascript',
  'json',
  'markdown',
  'python',
  'r',
  'sql',
  'typescript',
  'xml',
  'yaml',
] as const;
export type Language = (typeof LANGUAGES)[number];
export const IMAGE_SIZES = ['full', 'medium', 'small'] as const;
export const IMAGE_ALIGNS = ['left', 'center', 'right'] as const;
export const MENTIONED = ['person', 'organisation'] as const;
/** What an attached file is, by its content. */
export const FILE_KINDS = ['pdf', 'text', 'sheet', 'slides', 'data', 'archive', 'image', 'other'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

type Read<T> = (value: unknown) => T;

const oneOf =
  <const T extends readonly (string | null)[], U extends string | null>(
    known: T,
    otherwise: U,
  ): Read<T[number] | U> =>
  (value) =>
    known.find((one) => one === value) ?? otherwise;

/** The value if it is a whole number of this range, else `otherwise`. */
const whole =
  <T extends number | null>(least: number, most: number, otherwise: T): Read<number | T> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : otherwise;

/** One line of at most so many characters; null when it says nothing. */
const line =
  (most: number): Read<string | null> =>
  (value) => {
    if (typeof value !== 'string') return null;
    const read = value
      .slice(0, most * 2)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, most);
    return read === '' ? null : read;
  };

const matching =
  (shape: RegExp): Read<string | null> =>
  (value) =>
    typeof value === 'string' && shape.test(value) ? value : null;

/** A day of the calendar, `YYYY-MM-DD`, from 1900 to 2199. */
const day: Read<string | null> = (value) => {
  if (typeof value !== 'string' || !/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(value)) return null;
  const read = new Date(`${value}T12:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(value) ? value : null;
};

/** Null: not described yet; empty: said to be decorative. */
const alternative: Read<string | null> = (value) => (value === '' ? '' : line(500)(value));

/** TeX source; line breaks are its own. */
const latex: Read<string> = (value) =>
  typeof value === 'string' && value.length <= LATEX_MAX ? value.trim() : '';
export const LATEX_MAX = 2_000;

/** Widths of the columns that a cell spans, in pixels; 0 where one has none. */
const widths: Read<readonly number[] | null> = (value) => {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_SPAN) return null;
  const read = value.map(whole(40, 2_000, 0));
  return read.some((width) => width > 0) ? read : null;
};
const MOST_SPAN = 100;

/** Kinds and ids of objects are not a closed list: each noun that gets a page adds its own. */
const kind = matching(/^[a-z][a-z-]{0,39}$/);
const id = matching(/^[a-zA-Z0-9][\w/-]{0,119}$/);

/** Of a block that is an object by itself: what the server knows of it stands under this id. */
const blockId = matching(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

const cell = { colspan: whole(1, MOST_SPAN, 1), rowspan: whole(1, MOST_SPAN, 1), colwidth: widths };

/**
 * [D9] Every attribute that a node or a mark may carry, with its total reader: whatever a writer put there, what is not valid
 * reads as the default, and what is not listed does not exist. Editor, reading view and parser all read through this table.
 */
export const ATTRIBUTES = {
  heading: { level: oneOf3 },
  orderedList: { start: whole(1, 9_999, 1) },
  taskItem: { checked: (value: unknown) => value === true },
  blockquote: { source: line(300) },
  codeBlock: { language: oneOf(LANGUAGES, null) },
  image: {
    src: safeFile,
    alt: alternative,
    width: whole(1, 9_999, null),
    height: whole(1, 9_999, null),
    caption: line(500),
    size: oneOf(IMAGE_SIZES, 'full'),
    align: oneOf(IMAGE_ALIGNS, 'left'),
  },
  attachment: {
    src: safeFile,
    name: line(120),
    bytes: whole(0, 2 ** 40, null),
    kind: oneOf(FILE_KINDS, 'other'),
  },
  callout: { kind: oneOf(CALLOUTS, 'info') },
  table: { caption: line(300) },
  tableHeader: cell,
  tableCell: cell,
  inlineMath: { latex },
  blockMath: { latex },
  embed: { src: (value: unknown) => embedOf(value)?.page ?? null, title: line(200) },
  mention: { kind: oneOf(MENTIONED, 'person'), id, label: line(120) },
  reference: { kind, id },
  date: { day },
  status: { state: oneOf(STATES, 'todo') },
  decision: { id: blockId },
  action: { id: blockId },
  excerpt: { id: blockId, source: line(300) },
  link: { href: safeLink },
  highlight: { kind: oneOf(HIGHLIGHTS, 'important') },
} as const satisfies Record<string, Record<string, Read<unknown>>>;

/** Headings inside a document go from 2 to 4 ([D3]): 1 is its title. */
function oneOf3(level: unknown): 2 | 3 | 4 {
  return level === 3 || level === 4 ? level : 2;
}

export type Attributed = keyof typeof ATTRIBUTES;
/** The attributes of a node or a mark once read. */
export type Attrs<Name extends Attributed> = {
  readonly [A in keyof (typeof ATTRIBUTES)[Name]]: (typeof ATTRIBUTES)[Name][A] extends Read<infer T>
    ? T
    : never;
};

/** The attributes of a node or a mark of this name, all of them, each valid or its default. Total. */
export function readAttrs<Name extends Attributed>(name: Name, given: unknown): Attrs<Name>;
export function readAttrs(name: string, given: unknown): Readonly<Record<string, unknown>>;
export function readAttrs(name: string, given: unknown): Readonly<Record<string, unknown>> {
  const readers: Record<string, Read<unknown>> = Object.hasOwn(ATTRIBUTES, name)
    ? ATTRIBUTES[name as Attributed]
    : {};
  const values = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  return Object.fromEntries(
    Object.entries(readers).map(([attribute, read]) => [
      attribute,
      read(Object.hasOwn(values, attribute) ? values[attribute] : undefined),
    ]),
  );
}

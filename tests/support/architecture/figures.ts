import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sourceFiles } from './source-files.ts';
import { folderSizes } from './source-sizes.ts';

/** Something that is counted in the source, so that what was mended once stays so. */
export interface Figure {
  readonly what: string;
  readonly count: number;
  /** It may not pass this, which only shrinks; infinite where it is only said. */
  readonly most: number;
  /** What it should be one day. */
  readonly aim: number;
}

interface Counted {
  readonly most: number;
  readonly aim: number;
  readonly of: (source: Source) => number;
}

/** The product’s own files with their text, and all that is tracked with its size. */
interface Source {
  readonly product: Readonly<Record<string, string>>;
  readonly tracked: Readonly<Record<string, number>>;
}

const matches = (pattern: RegExp, where: (path: string) => boolean) => (source: Source) =>
  Object.entries(source.product)
    .filter(([path]) => where(path))
    .reduce((sum, [, text]) => sum + (text.match(pattern)?.length ?? 0), 0);
const files = (isOne: (path: string, text: string) => boolean) => (source: Source) =>
  Object.entries(source.product).filter(([path, text]) => isOne(path, text)).length;
const anywhere = () => true;
const within = (folder: string) => (path: string) => path.startsWith(folder);

const hasAction = (text: string) => /export (?:async function|const) action\b/.test(text);

/** Words of the rules in docs/architecture.md, as they stand in this tree. */
const COUNTED: Readonly<Record<string, Counted>> = {
  'entries of the largest folder': {
    ...{ most: 40, aim: 40 },
    of: ({ tracked }) =>
      Math.max(
        ...Object.entries(folderSizes(Object.keys(tracked)))
          .filter(
            ([folder]) => /^(?:app|db|server|shared|tests)\b/.test(folder) && !folder.includes('migrations'),
          )
          .map(([, size]) => size),
      ),
  },
  'operations declared': {
    most: Number.POSITIVE_INFINITY,
    aim: Number.POSITIVE_INFINITY,
    of: matches(/: operation\(\{/g, within('server/')),
  },
  'transactions opened outside of the kernel': {
    ...{ most: 0, aim: 0 },
    // In browsers `.transaction(` is IndexedDB’s.
    of: matches(/\.transaction\(/g, (path) => !/^(?:db\/kernel\/transaction\.ts$|app\/)/.test(path)),
  },
  'duties that prose puts on a caller': {
    most: 11,
    aim: 0,
    of: matches(/caller (?:has|must)|by (?:the|its) caller/gi, anywhere),
  },
  'live rooms told by hand': {
    ...{ most: 2, aim: 0 },
    of: matches(
      /rooms\.(?:recheck|tellNews|tellMade)\(/g,
      (path) => !path.startsWith('server/realtime/') && path !== 'server/kernel/effects.ts',
    ),
  },
  'pages with forms': {
    most: Number.POSITIVE_INFINITY,
    aim: Number.POSITIVE_INFINITY,
    of: files((path, text) => path.startsWith('app/') && hasAction(text)),
  },
  'pages with forms that bind no operation': {
    ...{ most: 49, aim: 0 },
    of: files(
      (path, text) => path.startsWith('app/') && hasAction(text) && !/\bact\(|\bgestureOf\(/.test(text),
    ),
  },
  'ways to fold a text': {
    ...{ most: 1, aim: 1 },
    of: files(
      (path, text) => /normalize\('NFD'\)/.test(text) && path !== 'server/documents/conversion/file-name.ts',
    ),
  },
  'ways to order names': { most: 1, aim: 1, of: files((_, text) => /new Intl\.Collator\('fr'/.test(text)) },
  'refusals decided in db/': {
    ...{ most: 331, aim: 60 },
    of: matches(/\bfail\('(?!access\.)/g, within('db/')),
  },
  casts: {
    ...{ most: 250, aim: 200 },
    // Not what is imported under another name, nor the `as (` of SQL, nor prose.
    of: matches(
      /(?<!^(?:import|\s*\*|\s*\/[/*]).*)(?<!\*)(?<!^\s*(?:type )?\w+) as (?!const\b)(?:[A-Z{]|\((?=\w+[:?),]))/gm,
      anywhere,
    ),
  },
  'megabytes that are tracked': {
    ...{ most: 19, aim: 15 },
    of: ({ tracked }) => Math.round(Object.values(tracked).reduce((sum, bytes) => sum + bytes, 0) / 1e6),
  },
  'lines of the product': {
    // Authors that are read from the log, what comes back from a word processor and the hand of the editor are new.
    ...{ most: 253_000, aim: 180_000 },
    of: matches(/\n/g, anywhere),
  },
};

/** Counts all of them in this tree, in the order in which they are said. */
export function countFigures(): Figure[] {
  const product = Object.fromEntries(
    sourceFiles(['shared', 'db', 'server', 'app']).map((path) => [path, readFileSync(path, 'utf8')]),
  );
  const listed = execFileSync('git', ['ls-files', '-z', '--format=%(objectsize) %(path)'], {
    encoding: 'utf8',
  });
  const tracked = Object.fromEntries(
    listed
      .split('\0')
      .filter(Boolean)
      .map((line) => [line.slice(line.indexOf(' ') + 1), Number(line.slice(0, line.indexOf(' ')))]),
  );
  return Object.entries(COUNTED).map(([what, { most, aim, of }]) => ({
    what,
    count: of({ product, tracked }),
    most,
    aim,
  }));
}

/** A line of each, for `npm run check -- --figures`. */
export function figureTable(figures: readonly Figure[]): string {
  const cell = (bound: number) => (Number.isFinite(bound) ? String(bound) : '');
  const rows = figures.map(
    ({ what, count, most, aim }) => `| ${what} | ${count} | ${cell(most)} | ${cell(aim)} |`,
  );
  return ['| figure | now | at most | aim |', '|---|---|---|---|', ...rows].join('\n');
}

/** Those that have grown past their bound, in words. */
export function figureFaults(figures: readonly Figure[]): string[] {
  return figures.flatMap(({ what, count, most }) =>
    count > most ? [`${what}: ${count}, at most ${most}`] : [],
  );
}

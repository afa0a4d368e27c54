import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sourceFiles } from './source-files.ts';
import { folderSizes } from './source-sizes.ts';
import { type Wall, walls } from './walls.ts';

/** Something that has a wall, or is only said. */
export interface Figure {
  readonly what: string;
  /** Counted in the source; null for what only running shows. */
  readonly count: number | null;
  readonly wall: Wall | null;
}

type Count = (source: Source) => number;

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
const COUNTED: Readonly<Record<string, Count>> = {
  'entries of the largest folder': ({ tracked }) =>
    Math.max(
      ...Object.entries(folderSizes(Object.keys(tracked)))
        .filter(
          ([folder]) => /^(?:app|db|server|shared|tests)\b/.test(folder) && !folder.includes('migrations'),
        )
        .map(([, size]) => size),
    ),
  'operations declared': matches(/: operation\(\{/g, within('server/')),
  'transactions opened outside of the kernel':
    // In browsers `.transaction(` is IndexedDB’s.
    matches(/\.transaction\(/g, (path) => !/^(?:db\/kernel\/transaction\.ts$|app\/)/.test(path)),
  'duties that prose puts on a caller': matches(/caller (?:has|must)|by (?:the|its) caller/gi, anywhere),
  'live rooms told by hand': matches(
    /rooms(?:\(\))?\.(?:recheck|tellNews|tellMade)\(/g,
    (path) => !path.startsWith('server/realtime/') && path !== 'server/kernel/effects.ts',
  ),
  'pages with forms': files((path, text) => path.startsWith('app/') && hasAction(text)),
  'pages with forms that bind no operation': files(
    (path, text) => path.startsWith('app/') && hasAction(text) && !/\bact\(|\bgestureOf\(/.test(text),
  ),
  'ways to fold a text': files(
    (path, text) => /normalize\('NFD'\)/.test(text) && path !== 'server/documents/conversion/file-name.ts',
  ),
  'ways to order names': files((_, text) => /new Intl\.Collator\('fr'/.test(text)),
  'refusals decided in db/': matches(/\bfail\('(?!access\.)/g, within('db/')),
  casts:
    // Not what is imported under another name, nor the `as (` of SQL, nor prose.
    matches(
      /(?<!^(?:import|\s*\*|\s*\/[/*]).*)(?<!\*)(?<!^\s*(?:type )?\w+) as (?!const\b)(?:[A-Z{]|\((?=\w+[:?),]))/gm,
      anywhere,
    ),
  'megabytes that are tracked': ({ tracked }) =>
    Math.round(Object.values(tracked).reduce((sum, bytes) => sum + bytes, 0) / 1e6),
  'lines of the product': matches(/\n/g, anywhere),
};

/** Counts all of them in this tree; what only running shows is named, without its count. */
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
  const counted = Object.entries(COUNTED).map(([what, count]) => ({
    what,
    count: count({ product, tracked }),
    wall: walls.get(what) ?? null,
  }));
  const measured = [...walls]
    .filter(([what]) => !(what in COUNTED))
    .map(([what, wall]) => ({ what, count: null, wall }));
  return [...counted, ...measured];
}

/** How much of what it may be something is; what has no wall, or is seen only by running, is nothing of it. */
const nearness = ({ count, wall }: Figure) => (count && wall ? count / wall.wall : 0);

/** A line of each, the nearest to its wall first, for `npm run check -- --figures`. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures
    .toSorted((a, b) => nearness(b) - nearness(a))
    .map(
      ({ what, count, wall }) => `| ${what} | ${count ?? ''} | ${wall?.aim ?? ''} | ${wall?.wall ?? ''} |`,
    );
  return ['| figure | now | aim | wall |', '|---|---|---|---|', ...rows].join('\n');
}

/** Those that have grown past their wall, in words. */
export function figureFaults(figures: readonly Figure[]): string[] {
  return figures.flatMap(({ what, count, wall }) =>
    count !== null && wall && count > wall.wall ? [`${what}: ${count}, at most ${wall.wall}`] : [],
  );
}

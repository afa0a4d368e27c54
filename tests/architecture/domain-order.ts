import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** The domains of the product, the most general first: each may take from itself and from those before it. */
export const DOMAINS = [
  'kernel',
  'realtime',
  'people',
  'documents',
  'boards',
  'meetings',
  'programme',
  'library',
  'news',
  'search',
  'reviews',
  'publication',
  'operations',
] as const;

export type Domain = (typeof DOMAINS)[number];

/** Rooms of the product; `tests/` mirrors them and takes from everywhere. */
const PRODUCT = new Set(['shared', 'db', 'server', 'app']);
/** Folders beside the domains: what every page is made of, and what puts all domains together. */
const BESIDE: Readonly<Record<string, Domain | 'whole'>> = {
  'app/ui': 'kernel',
  'db/migrations': 'whole',
  'db/seed': 'whole',
};

/** Loose files that everybody asks, because each names a thing of every domain: registers, in which no domain has its own. */
const FOR_ALL = new Set([
  'shared/errors.ts',
  'shared/kinds.ts',
  'shared/kind-states.fr.ts',
  'db/kinds.ts',
  'shared/obligations.ts',
  'db/to-do.ts',
  'shared/home-of-city.ts',
  'db/home-of-city.ts',
  'app/home-of-city.tsx',
  'shared/paths.ts',
  'shared/words.fr.ts',
  'shared/server-words.fr.ts',
  'server/services.ts',
  'app/context.ts',
  'app/menu.server.ts',
]);

/**
 * The domain of a file under the tree of `<room>/<domain>/<noun>/…`. A file that stands loose in its room puts the domains together
 * (`server/serve.ts`, `app/routes.ts`): 'whole', which may take from all and from which nobody takes. Null for
 * registers, for what is of no room of the product, and for what is in no domain yet.
 */
export function domainOf(path: string): Domain | 'whole' | null {
  const [room = '', folder = '', ...inside] = path.split('/');
  if (!PRODUCT.has(room) || FOR_ALL.has(path)) return null;
  if (inside.length === 0) return 'whole';
  const beside = BESIDE[`${room}/${folder}`];
  if (beside) return beside;
  return DOMAINS.find((domain) => domain === folder) ?? null;
}

/** One file that takes from another. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** « library → search »: how an import runs against the order; null when it does not, or when a side has no domain. */
export function againstOrder({ from, to }: Import): string | null {
  const [own, other] = [domainOf(from), domainOf(to)];
  if (own === null || other === null || own === 'whole' || own === other) return null;
  if (other !== 'whole' && DOMAINS.indexOf(other) < DOMAINS.indexOf(own)) return null;
  return `${own} → ${other}`;
}

/** What one file takes from the rooms: values, types, and what it loads late. */
export function importsOf(path: string, text = readFileSync(path, 'utf8')): Import[] {
  const asked = text.matchAll(/(?:\bfrom|\bimport\(|^import)\s*'([.#][^']+)'/gm);
  return [...asked].map(([, where = '']) => ({
    from: path,
    to: where.startsWith('#') ? where.slice(1) : posix.join(posix.dirname(path), where),
  }));
}

/** The imports of these files that run against the order, by pair of domains: « library → search »: « file → file ». */
export function importsAgainstOrder(paths: readonly string[]): Record<string, string[]> {
  const pairs: Record<string, string[]> = {};
  for (const one of paths.flatMap((path) => importsOf(path))) {
    const pair = againstOrder(one);
    if (pair === null) continue;
    pairs[pair] ??= [];
    pairs[pair].push(`${one.from} → ${one.to}`);
  }
  const sorted = Object.entries(pairs).map(([pair, list]) => [pair, [...new Set(list)].sort()] as const);
  return Object.fromEntries(sorted.sort(([a], [b]) => (a < b ? -1 : 1)));
}

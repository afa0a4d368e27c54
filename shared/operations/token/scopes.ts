/**
 * [TK2] What a token may be given, by noun. Writing a noun includes reading it. Each operation of REST declares the one that it asks for;
 * a noun that joins REST adds its own here, and their sentences in `shared/operations/token/access-token.fr.ts`.
 */
export const SCOPES = [
  'groups:read',
  'groups:write',
  'documents:read',
  'documents:write',
  'publications:write',
  'boards:read',
  'boards:write',
  'meetings:read',
  'meetings:write',
  'topics:read',
  'topics:write',
  'resources:read',
  'resources:write',
  'datasets:read',
  'programme:read',
  'applications:read',
  'search:read',
  'changes:read',
] as const;
export type Scope = (typeof SCOPES)[number];

/** The noun that a scope is about. */
export type ScopeNoun = Scope extends `${infer Noun}:${string}` ? Noun : never;

/** What a scope is about: `documents` of `documents:read`. */
export function nounOf(scope: Scope): ScopeNoun {
  return scope.slice(0, scope.indexOf(':')) as ScopeNoun;
}

/** [TK2] Do these scopes allow what this one names? */
export function allows(held: readonly string[], wanted: Scope): boolean {
  return held.includes(wanted) || (wanted.endsWith(':read') && held.includes(`${nounOf(wanted)}:write`));
}

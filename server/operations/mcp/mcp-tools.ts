import { z } from 'zod';
import { findPerson } from '#db/people/person/people.ts';
import { findEntry } from '#db/search/find-entry.ts';
import { findToDo } from '#db/to-do.ts';
import { objectAtAddress, partsOf } from '#shared/documents/text/object-address.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { KIND_NAMES, type KindName, kindOf } from '#shared/kinds.ts';
import { toDo } from '#shared/news/to-do/to-do.fr.ts';
import { obligationPath } from '#shared/obligations.ts';
import type { OperationName } from '#shared/operations/api/api-operations.fr.ts';
import { mcp as words } from '#shared/operations/mcp/mcp.fr.ts';
import { allows, type Scope } from '#shared/operations/token/scopes.ts';
import { paths } from '#shared/paths.ts';
import { roomOf } from '../../documents/document-rights.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import { operationOf } from '../api/api.ts';
import { documentFor } from '../api/comments.ts';
import { groupFor } from '../api/groups.ts';
import type { ApiServices, Caller } from '../api/operation.ts';
import type { ApiError } from '../api/problem.ts';

/** Who asks, and the live things of the process. */
export interface ToolCall {
  readonly services: ApiServices;
  readonly caller: Caller;
}

/** What a tool tells: a text, or a record; or why not. */
type Told = Result<string | object, ApiError>;

/** One tool. `attempt` is refused 'accessToken.scope', in words that name it, where the token lacks the scope. */
export interface Tool {
  readonly name: keyof typeof words.tools;
  readonly input: z.ZodObject;
  readonly isWriting: boolean;
  readonly attempt: (call: ToolCall, input: unknown) => Promise<Told>;
}

/** Declares a tool. What it needs may depend on what it is asked for. */
function tool<Input extends z.ZodObject>(declared: {
  readonly name: Tool['name'];
  readonly scope: (input: z.output<Input>, call: ToolCall) => Scope;
  readonly isWriting?: boolean;
  readonly input: Input;
  readonly run: (call: ToolCall, input: z.output<Input>) => Promise<Told>;
}): Tool {
  const { name, input, isWriting = false } = declared;
  return {
    ...{ name, input, isWriting },
    async attempt(call, given) {
      const asked = input.parse(given);
      const scope = declared.scope(asked, call);
      return allows(call.caller.scopes ?? [], scope) ? declared.run(call, asked) : fail('accessToken.scope');
    },
  };
}

const Id = z.uuid();
const Kind = z.enum(KIND_NAMES);
const Text = z.string().min(1).max(20_000);

/** Kinds that REST reads whole, by the operation that does; the others are what the search knows of them. */
const READ_BY: Readonly<Partial<Record<KindName, [OperationName, ...string[]]>>> = {
  board: ['boards.read', 'board'],
  card: ['cards.read', 'board', 'card'],
  experiment: ['experiments.read', 'experiment'],
  'data-need': ['dataNeeds.read', '', 'need'],
  issue: ['localIssues.read', 'issue'],
  track: ['tracks.read', 'track'],
  call: ['calls.read', 'call'],
  application: ['applications.read', 'application'],
  mission: ['missions.read', 'mission'],
  dataset: ['datasets.read', 'dataset'],
};

/** Runs a reading of REST. */
async function readBy(
  { services, caller }: ToolCall,
  name: OperationName,
  { params = {}, query = {} }: { params?: object; query?: object },
): Promise<Told> {
  const operation = operationOf(name);
  const parsed = operation.params.safeParse(params);
  if (!parsed.success || operation.method !== 'get') return fail('access.notFound');
  const asked = { params: parsed.data, query: operation.query.parse(query), body: null, ifMatch: null };
  const read = await operation.run({ services, caller, ...asked });
  return read.ok ? ok(Object(read.value)) : read;
}

async function readObject(call: ToolCall, kind: KindName, id: string): Promise<Told> {
  const { services, caller } = call;
  if (kind === 'document') {
    const document = await documentFor(call, id, 'document.read');
    if (!document.ok) return document;
    const asked = { documentId: id, userId: caller.userId, format: 'markdown' } as const;
    const read = await services.contents.read(asked);
    return read.ok ? ok(`# ${document.value.title}\n\n${read.value.markdown}`) : read;
  }
  const [operation, ...names] = READ_BY[kind] ?? [];
  if (operation) {
    const parts = partsOf(id);
    const params = Object.fromEntries(names.flatMap((name, at) => (name ? [[name, parts[at]]] : [])));
    const read = await readBy(call, operation, { params });
    if (read.ok || !read.error.endsWith('otFound')) return read;
  }
  const reader = { userId: caller.userId, now: services.now() };
  const entry = await findEntry(services.db, { ...reader, kind, id });
  return entry ? ok({ kind, id, ...entry }) : fail('access.notFound');
}

const Which = z.strictObject({
  address: z.string().max(2_000).optional(),
  kind: Kind.optional(),
  id: z.string().min(1).max(200).optional(),
});

/** The object that is meant; null for an address that is none of ours, or half a name. */
function objectOf({ address, kind, id }: z.output<typeof Which>, { services: { origin } }: ToolCall) {
  const url = address === undefined ? null : URL.parse(address, origin);
  const ref = url ? objectAtAddress(url.origin + url.pathname, origin) : kind && id ? { kind, id } : null;
  const known = kindOf(ref?.kind);
  return ref && known ? { kind: known, id: ref.id } : null;
}

function scopeOf(kind: KindName): Scope {
  if (kind === 'document') return 'documents:read';
  const [operation] = READ_BY[kind] ?? [];
  const scope = operation ? operationOf(operation).scope : 'search:read';
  return scope === 'any' || scope === 'public' ? 'search:read' : scope;
}

/** [AF1] What waits for the person, the most urgent first. */
async function dueFor(
  { services: { db, now, origin }, caller: { userId } }: ToolCall,
  limit: number,
): Promise<object> {
  const found = await findToDo(db, { userId, now: now() });
  const items = found.slice(0, limit).map((owed) => ({
    ...{ kind: owed.kind, title: toDo.owed[owed.kind].title(owed), place: owed.place, by: owed.by },
    ...{ day: owed.day, count: owed.count, url: origin + obligationPath(owed) },
  }));
  return { items, isMore: found.length > limit };
}

/** The line that says whose work it is. */
async function markFor({ services, caller }: ToolCall): Promise<string> {
  return words.mark((await findPerson(services.db, caller.userId))?.name ?? '');
}

const Draft = z.strictObject({ group: Id, title: z.string().min(1).max(1_000), markdown: z.string() });

/** [MC3] A document that begins with its mark. */
async function writeDraft(
  call: ToolCall,
  { group: groupId, title, markdown }: z.output<typeof Draft>,
): Promise<Told> {
  const { services, caller } = call;
  const group = await groupFor(call, groupId, 'document.create');
  if (!group.ok) return group;
  const given = { markdown, content: null };
  const read = await services.contents.piece({ userId: caller.userId, given });
  if (!read.ok) return read;
  const text = { type: 'text', text: await markFor(call), marks: [{ type: 'italic' }] };
  const blocks = [{ type: 'paragraph', content: [text] }, ...read.value.blocks];
  const begins = await services.documents.beginWith(blocks, caller.userId);
  const made = await services.operations.run('document.create', caller, {
    groupId,
    title,
    folderId: '',
    begins,
  });
  return made.ok ? ok({ id: made.value.id, url: services.origin + paths.document(made.value) }) : made;
}

const Suggestion = z.strictObject({
  document: Id,
  quote: Text,
  proposed: z.string().max(20_000),
  note: Text.optional(),
});

/** [MC3] A suggestion whose note begins with its mark. */
async function propose(call: ToolCall, asked: z.output<typeof Suggestion>): Promise<Told> {
  const { services, caller } = call;
  const { document: documentId, quote, proposed, note } = asked;
  const document = await documentFor(call, documentId, 'document.suggest');
  if (!document.ok) return document;
  const asking = inNameOf(caller.userId);
  const passage = await services.rooms.ask(
    roomOf(documentId),
    'passageQuoting',
    quote,
    Number.MAX_SAFE_INTEGER,
    asking,
  );
  if (!passage) return fail('comment.quoteNotFound');
  const body = [await markFor(call), ...(note ? [note] : [])].join(' ');
  const done = await services.operations.run('suggestion.propose', caller, {
    ...{ documentId, passage, original: quote, proposed, threadId: services.newId() },
    note: { commentId: services.newId(), body, mentions: [] },
  });
  return done.ok ? ok({ url: services.origin + paths.document(document.value) }) : done;
}

/** [MC2] All that tools do. None signs, approves, publishes or deletes. */
export const tools: readonly Tool[] = [
  tool({
    name: 'search',
    scope: () => 'search:read',
    input: z.strictObject({
      query: z.string().min(1).max(1_000),
      kind: Kind.optional(),
      group: Id.optional(),
      limit: z.number().int().min(1).max(20).default(10),
    }),
    run: (call, { query: q, ...query }) => readBy(call, 'search', { query: { q, ...query } }),
  }),
  tool({
    name: 'read',
    scope: (asked, call) => scopeOf(objectOf(asked, call)?.kind ?? 'document'),
    input: Which,
    async run(call, asked) {
      const object = objectOf(asked, call);
      return object ? readObject(call, object.kind, object.id) : fail('access.notFound');
    },
  }),
  tool({
    name: 'list_due',
    scope: () => 'search:read',
    input: z.strictObject({ limit: z.number().int().min(1).max(50).default(20) }),
    run: async (call, { limit }) => ok(await dueFor(call, limit)),
  }),
  tool({
    name: 'write_draft',
    scope: () => 'documents:write',
    isWriting: true,
    input: Draft,
    run: writeDraft,
  }),
  tool({
    name: 'propose_suggestion',
    scope: () => 'documents:write',
    isWriting: true,
    input: Suggestion,
    run: propose,
  }),
];

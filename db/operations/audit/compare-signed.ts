import { and, asc, gt, inArray, sql } from 'drizzle-orm';
import type { AuditAction } from '#shared/kernel/audit/audit.ts';
import {
  SIGNED_KINDS,
  type SignedDifference,
  type SignedKindName,
  type SignedReport,
} from '#shared/operations/audit/signed-facts.ts';
import { auditEntries } from '../../kernel/audit/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { atOneMoment } from '../../kernel/transaction.ts';
import {
  announcedDecision,
  announcement,
  committeeDecision,
  givenMarks,
  missionDelivery,
  missionVerdict,
} from './signed-decisions.ts';
import {
  compareRow,
  keyColumns,
  keyOf,
  keyOfRow,
  type SignedKind,
  type ToldRow,
  type TrailLine,
} from './signed-kind.ts';
import { approvedMinutes, vote } from './signed-meetings.ts';
import {
  consent,
  exactText,
  reviewAnswer,
  reviewOrganisation,
  reviewRound,
  signedFile,
  visa,
} from './signed-reviews.ts';

/** [AU10] How each kind of what is signed or decided is compared. A kind that is named tomorrow does not compile until it is here. */
export const signedKinds = {
  reviewRound,
  reviewOrganisation,
  reviewAnswer,
  exactText,
  signedFile,
  visa,
  consent,
  minutes: approvedMinutes,
  vote,
  committeeDecision,
  announcement,
  announcedDecision,
  marks: givenMarks,
  delivery: missionDelivery,
  verdict: missionVerdict,
} satisfies Record<SignedKindName, SignedKind>;

/** What the trail says of one row: the last line that tells of it, and each fact as it was told last. */
interface Known extends ToldRow {
  readonly line: TrailLine;
  /** When it was told of first. */
  readonly first: string;
}
type Trail = Readonly<Record<SignedKindName, Map<string, Known>>>;

const LINES_A_PAGE = 1_000;
/** Some hold whole texts. */
const ROWS_A_PAGE = 500;

/**
 * [AU10] Compares what is signed, approved or decided in the database with what the trail was told of it, as both are at one moment.
 * It says nothing of the trail itself: `verifyAuditChain` does.
 */
export function compareSigned(db: Db): Promise<SignedReport> {
  return atOneMoment(db, async (tx) => {
    const { trail, ...since } = await readTrail(tx);
    const found = { same: 0, older: 0, differences: [] as SignedDifference[] };
    for (const name of SIGNED_KINDS) {
      const { same, older, differences } = await compareKind(tx, name, { told: trail[name], ...since });
      found.same += same;
      found.older += older;
      found.differences.push(...differences);
    }
    return found;
  });
}

const ERASED: AuditAction = 'person.erased';
const IMPORTED: AuditAction = 'archive.imported';

/** What came in or was written over without a line for each row: the last time. */
interface Exceptions {
  /** The number of its line; 0: there was none. */
  readonly lastErasure: number;
  /** Its instant; empty: there was none. */
  readonly lastImport: string;
}

async function readTrail(tx: Db): Promise<Exceptions & { readonly trail: Trail }> {
  const trail = Object.fromEntries(SIGNED_KINDS.map((name) => [name, new Map()])) as unknown as Trail;
  const actions = new Set<AuditAction>([ERASED, IMPORTED]);
  for (const name of SIGNED_KINDS) for (const action of signedKinds[name].actions) actions.add(action);
  let [lastErasure, lastImport] = [0, ''];
  for (let after = -1; ; ) {
    const rows = await tx
      .select()
      .from(auditEntries)
      .where(and(gt(auditEntries.sequence, after), inArray(auditEntries.action, [...actions])))
      .orderBy(asc(auditEntries.sequence))
      .limit(LINES_A_PAGE);
    for (const { at, payload, ...row } of rows) {
      after = row.sequence;
      if (row.action === ERASED) lastErasure = row.sequence;
      const line = { ...row, at: at.toISOString(), said: saidBy(payload) };
      if (row.action === IMPORTED) lastImport = line.at;
      for (const name of SIGNED_KINDS) {
        const kind: SignedKind = signedKinds[name];
        if (kind.actions.includes(row.action)) note(trail[name], kind, line);
      }
    }
    if (rows.length < LINES_A_PAGE) return { trail, lastErasure, lastImport };
  }
}

function note(told: Map<string, Known>, kind: SignedKind, line: TrailLine): void {
  for (const row of kind.tell(line)) {
    const key = keyOf(row.key);
    const before = told.get(key);
    told.set(key, {
      ...row,
      facts: { ...before?.facts, ...row.facts },
      line,
      first: before?.first ?? line.at,
    });
  }
}

/** What a line says of itself; of one that was changed to what is no JSON, which the chain tells, nothing. */
function saidBy(payload: string): TrailLine['said'] {
  try {
    const said: unknown = JSON.parse(payload);
    return typeof said === 'object' && said !== null ? (said as TrailLine['said']) : {};
  } catch {
    return {};
  }
}

async function compareKind(
  tx: Db,
  name: SignedKindName,
  { told, lastErasure, lastImport }: Exceptions & { readonly told: Map<string, Known> },
): Promise<SignedReport> {
  const kind: SignedKind = signedKinds[name];
  const found = { same: 0, older: 0, differences: [] as SignedDifference[] };
  const unseen = new Map(told);
  const first = told.values().next().value?.first ?? null;
  const since = first !== null && kind.isImported && lastImport > first ? lastImport : first;
  for await (const row of eachRow(tx, kind)) {
    const key = keyOfRow(kind, row);
    const known = told.get(key);
    unseen.delete(key);
    if (!known) {
      const is = kind.untold(row, since);
      if (is === 'added') found.differences.push(difference(name, key, { found: 'added', known: null }));
      if (is === 'older') found.older++;
      continue;
    }
    const { changed, isWhole } = compareRow(kind, row, known.facts);
    // An erasure after its line may have written over a name in its words.
    const isErased = lastErasure > known.line.sequence;
    const facts = changed.filter((fact) => !(isErased && kind.swept?.includes(fact)));
    if (facts.length > 0) found.differences.push(difference(name, key, { found: 'changed', known, facts }));
    else if (isWhole && changed.length === 0) found.same++;
    else found.older++;
  }
  for (const [key, known] of unseen)
    if (await isWrongToBeGone(tx, kind, known))
      found.differences.push(difference(name, key, { found: 'removed', known }));
  return found;
}

async function* eachRow(tx: Db, kind: SignedKind) {
  const order = keyColumns(kind).map((column) => asc(column));
  for (let at = 0; ; at += ROWS_A_PAGE) {
    const rows: Record<string, unknown>[] = await tx
      .select()
      .from(kind.table)
      .orderBy(...order)
      .limit(ROWS_A_PAGE)
      .offset(at);
    yield* rows;
    if (rows.length < ROWS_A_PAGE) return;
  }
}

/** A row that went with the row it belongs to went rightly. */
async function isWrongToBeGone(tx: Db, { goesWith }: SignedKind, { parentId }: Known): Promise<boolean> {
  if (goesWith === undefined) return true;
  if (goesWith === 'itself') return false;
  const there = await tx
    .select({ one: sql`1` })
    .from(goesWith)
    .where(sql`${goesWith}.id = ${String(parentId)}`)
    .limit(1);
  return there.length > 0;
}

function difference(
  kind: SignedKindName,
  key: string,
  {
    found,
    known,
    facts = [],
  }: {
    found: SignedDifference['found'];
    known: Known | null;
    facts?: SignedDifference['facts'];
  },
): SignedDifference {
  const number = known?.line.said.number ?? known?.line.said.rank;
  return {
    kind,
    key,
    found,
    facts,
    line: known?.line.sequence ?? null,
    title: known?.line.subjectName || null,
    number: typeof number === 'number' ? number : null,
  };
}

import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { OutlineEntry } from '#shared/documents/text/document-outline.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { PublishedVisas } from '#shared/publication/sheet/published-visas.ts';
import type { SheetFacts } from '#shared/publication/sheet/sheet-facts.ts';
import type { SheetPhoto } from '#shared/publication/sheet/sheet-photo.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { hasFrenchWords } from '../../search/french-words.ts';
import { publications } from '../public-document/schema.ts';
import { useCaseSheetPublications, useCaseSheetSteps, useCaseSheets } from './schema.ts';
import { publicPhoto } from './sheet-photos.ts';

/** More than the programme has cities, conventions and seasons. */
const CHOICES_MAX = 5_000;

/** A published sheet in a list. */
export interface PublicSheetSummary {
  readonly address: string;
  readonly title: string;
  readonly hook: string;
  readonly facts: SheetFacts;
  readonly firstAt: Date;
  readonly publishedAt: Date;
  /** [US13] Null where its drawing stands. */
  readonly photo: SheetPhoto | null;
}

/** A published sheet with its text: the frozen copy, and nothing of what its writers do meanwhile. */
export interface PublicSheet extends PublicSheetSummary {
  readonly blocks: readonly string[];
  readonly outline: readonly OutlineEntry[];
  readonly writers: readonly string[];
  /** [US10] Null for what was published before visas were asked for. */
  readonly visas: PublishedVisas | null;
}

/** What a visitor asks of the list. */
export interface PublicSheetFilter {
  readonly query?: string | null;
  readonly theme?: string | null;
  readonly serviceKind?: string | null;
  /** Words of a name of data that it needs. */
  readonly need?: string | null;
  readonly size?: string | null;
  /** Code of a department. */
  readonly department?: string | null;
}

const summary = {
  address: publications.address,
  title: publications.title,
  hook: useCaseSheetPublications.hook,
  facts: useCaseSheetPublications.facts,
  firstAt: publications.firstAt,
  publishedAt: publications.publishedAt,
  photo: publicPhoto,
};

const isThere = and(isNull(publications.withdrawnAt), isNull(documents.trashedAt));

function asked({
  query,
  theme,
  serviceKind,
  need,
  size,
  department,
}: PublicSheetFilter): (SQL | undefined)[] {
  const facts = useCaseSheetPublications.facts;
  const text = sql`${publications.title} || ' ' || ${useCaseSheetPublications.hook} || ' ' || ${useCaseSheetPublications.words}
    || ' ' || (${facts})::text`;
  return [
    query ? hasFrenchWords(text, query) : undefined,
    theme ? sql`${facts}->'theme'->>'key' = ${theme}` : undefined,
    serviceKind ? sql`${facts}->>'serviceKind' = ${serviceKind}` : undefined,
    size ? sql`${facts}->>'size' = ${size}` : undefined,
    need
      ? sql`exists (select 1 from jsonb_array_elements(${facts}->'needs') as wanted
          where wanted->>'name' = ${need})`
      : undefined,
    department
      ? sql`exists (select 1 from jsonb_array_elements(${facts}->'places') as place
          where place->'department'->>'code' = ${department})`
      : undefined,
  ];
}

/** [PS2] The published sheets that a visitor asked for, the last published first, and how many there are. */
export async function listPublicSheets(
  db: Db,
  { filter = {}, page = 1, size = 20 }: { filter?: PublicSheetFilter; page?: number; size?: number } = {},
): Promise<{ sheets: PublicSheetSummary[]; total: number }> {
  const condition = and(isThere, ...asked(filter));
  const from = () =>
    db
      .select(summary)
      .from(useCaseSheetPublications)
      .innerJoin(useCaseSheets, eq(useCaseSheets.id, useCaseSheetPublications.sheetId))
      .innerJoin(documents, eq(documents.id, useCaseSheets.documentId))
      .innerJoin(publications, eq(publications.documentId, useCaseSheets.documentId))
      .where(condition);
  const total = await db.$count(from().as('found'));
  const sheets = await from()
    .orderBy(desc(publications.publishedAt), publications.address)
    .limit(size)
    .offset((page - 1) * size);
  return { sheets, total };
}

/** A department with the published sheets of its communes. */
export interface PublicDepartment {
  readonly code: string;
  readonly name: string;
  readonly sheets: number;
}

/** [PS2] What the list can be narrowed to: names of data that published sheets need, and departments of their communes. */
export async function listPublicChoices(
  db: Db,
  filter: PublicSheetFilter = {},
): Promise<{ needs: string[]; departments: PublicDepartment[]; placed: number; unplaced: number }> {
  const { sheets } = await listPublicSheets(db, { filter, size: CHOICES_MAX });
  const needs = new Set(sheets.flatMap(({ facts }) => facts.needs.map(({ name }) => name)));
  const found = new Map<string, PublicDepartment>();
  for (const { facts } of sheets) {
    const here = new Map((facts.places ?? []).map(({ department }) => [department.code, department.name]));
    for (const [code, name] of here)
      found.set(code, { code, name, sheets: (found.get(code)?.sheets ?? 0) + 1 });
  }
  const unplaced = sheets.filter(({ facts }) => (facts.places ?? []).length === 0).length;
  return {
    needs: [...needs].sort(inFrench),
    departments: [...found.values()].sort((a, b) => inFrench(a.name, b.name)),
    placed: sheets.length - unplaced,
    unplaced,
  };
}

/**
 * [PS3] What stands at an address: the sheet; 'withdrawn' when it was taken back; null when there was never anything. An address
 * under an old title, or in other letters, is known by its end: the sheet has its own in `address`.
 */
export async function findPublicSheet(db: Db, asking: string): Promise<PublicSheet | 'withdrawn' | null> {
  const key = /([0-9a-f]{8})$/.exec(asking.toLowerCase())?.[1];
  if (!key) return null;
  const [found] = await db
    .select({
      ...summary,
      blocks: publications.blocks,
      outline: publications.outline,
      writers: publications.writers,
      visas: useCaseSheetPublications.visas,
      withdrawnAt: publications.withdrawnAt,
    })
    .from(useCaseSheetPublications)
    .innerJoin(useCaseSheets, eq(useCaseSheets.id, useCaseSheetPublications.sheetId))
    .innerJoin(documents, and(eq(documents.id, useCaseSheets.documentId), isNull(documents.trashedAt)))
    .innerJoin(publications, eq(publications.documentId, useCaseSheets.documentId))
    .where(sql`${publications.address} like ${`%-${key}`}`)
    .limit(1);
  if (!found) return null;
  const { withdrawnAt, ...sheet } = found;
  return withdrawnAt ? 'withdrawn' : sheet;
}

/** What the public is told of the life of a sheet: published for the first time, published again, withdrawn. */
export interface PublicChange {
  readonly kind: 'first' | 'again' | 'withdrawn';
  readonly at: Date;
}

/** [PS8] Each publication and withdrawal of the sheet of this address, the first one first: days only, no person and no reason. */
export async function listPublicChanges(db: Db, address: string): Promise<PublicChange[]> {
  const steps = await db
    .select({ to: useCaseSheetSteps.to, at: useCaseSheetSteps.at })
    .from(useCaseSheetSteps)
    .innerJoin(useCaseSheets, eq(useCaseSheets.id, useCaseSheetSteps.sheetId))
    .innerJoin(publications, eq(publications.documentId, useCaseSheets.documentId))
    .where(and(eq(publications.address, address), inArray(useCaseSheetSteps.to, ['published', 'withdrawn'])))
    .orderBy(asc(useCaseSheetSteps.rank))
    .limit(200);
  return steps.map(({ to, at }, index) => ({
    kind: to === 'withdrawn' ? 'withdrawn' : index === 0 ? 'first' : 'again',
    at,
  }));
}

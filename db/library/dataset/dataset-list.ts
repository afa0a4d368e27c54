import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { LINES_A_PAGE, type PagePlace, placeOfPage } from '#shared/kernel/paging.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { DatasetFilter } from '#shared/library/dataset/dataset-list.ts';
import type { DatasetForMember } from '#shared/library/dataset/dataset-record.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { nameKey } from '../../kernel/columns.ts';
import { type GroupForMember, listGroupsForMember } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { isReadableDataset, organisationOf, present, selectDatasets } from './datasets.ts';
import { datasets } from './schema.ts';

interface GroupName {
  readonly id: string;
  readonly name: string;
}

/** A page of the register as one person reads it. */
interface DatasetPage extends PagePlace {
  readonly datasets: readonly DatasetForMember[];
  /** How many the filter leaves. */
  readonly total: number;
  /** Whether there is none without a filter either. */
  readonly isEmpty: boolean;
  /** Whose records they read, and their own groups, by name. */
  readonly groups: readonly GroupName[];
  /** Their own groups. */
  readonly own: readonly GroupForMember[];
}

/** What a filter leaves: every word somewhere in what is said of the data, case and accents aside. */
function matching({ query, access, producer, group }: DatasetFilter): SQL | undefined {
  const { title, description, producerName, territory, schemaName } = datasets;
  const said = nameKey(
    sql`concat_ws(' ', ${title}, ${description}, ${producerName}, ${territory}, ${schemaName})`,
  );
  const words = query.split(/\s+/).filter(Boolean);
  return and(
    access ? sql`${datasets.accessStatus} = ${access}` : undefined,
    producer ? sql`${datasets.producerKind} = ${producer}` : undefined,
    group ? eq(datasets.groupId, group) : undefined,
    ...words.map((word) => sql`position(${nameKey(sql`${word}::text`)} in ${said}) > 0`),
  );
}

/** [DS1] [PG1] A page of the records that this person may read, trash excepted, the last changed first. */
export async function listDatasetPage(
  db: Db,
  {
    filter,
    page = 1,
    size = LINES_A_PAGE,
    ...reader
  }: Reader & { filter: DatasetFilter; page?: number; size?: number },
): Promise<DatasetPage> {
  const own = await listGroupsForMember(db, reader);
  const roles = new Map<string, GroupRole>(own.map(({ id, role }) => [id, role]));
  const readable = isReadableDataset([...roles.keys()]);
  const condition = and(readable, matching(filter));
  const [counted] = await db.select({ total: count() }).from(datasets).where(condition);
  const total = counted?.total ?? 0;
  const place = placeOfPage(page, total, size);
  const rows = await selectDatasets(db)
    .where(condition)
    .orderBy(desc(datasets.updatedAt), datasets.id)
    .limit(size)
    .offset(place.offset);
  const organisationId = await organisationOf(db, reader.userId);
  const ofOthers = await db
    .selectDistinct({ id: groups.id, name: groups.name })
    .from(datasets)
    .innerJoin(groups, eq(groups.id, datasets.groupId))
    .where(readable);
  const named = new Map([...ofOthers, ...own].map(({ id, name }) => [id, { id, name }]));
  return {
    datasets: rows.map((row) => present(row, roles.get(row.group.id) ?? null, organisationId)),
    total,
    ...place,
    isEmpty: ofOthers.length === 0,
    groups: [...named.values()].sort((a, b) => inFrench(a.name, b.name)),
    own,
  };
}

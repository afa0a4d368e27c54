import { asc } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import { regions } from '../territory/schema.ts';

/** The regions by name, to narrow a list. */
export function listRegions(db: Db): Promise<{ code: string; name: string }[]> {
  return db.select({ code: regions.code, name: regions.name }).from(regions).orderBy(asc(regions.name));
}

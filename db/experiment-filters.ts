import { asc } from 'drizzle-orm';
import type { Db } from './client.ts';
import { regions } from './schema/territory.ts';

/** The regions by name, to narrow a list. */
export function listRegions(db: Db): Promise<{ code: string; name: string }[]> {
  return db.select({ code: regions.code, name: regions.name }).from(regions).orderBy(asc(regions.name));
}

import { randomUUID } from 'node:crypto';
import type { Db } from '#db/kernel/client.ts';
import type { Site } from '#db/seed/builders/builders.ts';

/** Where the builders build, at this moment. */
export function siteOf(db: Db, now: Date): Site {
  return { db, now: () => now, newId: () => randomUUID() };
}

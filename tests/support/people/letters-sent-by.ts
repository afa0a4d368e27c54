import { eq } from 'drizzle-orm';
import type { Db } from '#db/kernel/client.ts';
import { personLetters } from '#db/people/letter/schema.ts';

/** How many letters count for this person. */
export async function lettersSentBy(db: Db, { id }: { readonly id: string }): Promise<number> {
  return (await db.select().from(personLetters).where(eq(personLetters.sentBy, id))).length;
}

import { sql } from 'drizzle-orm';
import type { Db } from '../kernel/client.ts';
import { rowsOf } from './search-terms.ts';

/**
 * [SE6] Keeps the words of entries that changed since the last time, `limit` entries at once; answers how many it took. Apart from the
 * entries, which people wait for: two transactions that meet the same new words would wait for each other.
 */
export async function learnWords(db: Db, { limit }: { limit: number }): Promise<number> {
  const rows = await rowsOf<{ taken: number }>(
    db,
    sql`with taken as (
        update search_entry set is_learned = true where (kind, object_id) in
          (select kind, object_id from search_entry where not is_learned limit ${limit} for update skip locked)
        returning words
      ), kept as (
        insert into search_word (word)
        select distinct word from taken, unnest(tsvector_to_array(words)) as seen(word)
        where length(word) between 4 and 40 and word !~ '[0-9]' order by word
        on conflict do nothing
      )
      select count(*)::int as taken from taken`,
  );
  return rows[0]?.taken ?? 0;
}

import { sql } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import { rowsOf } from '../../search/search-terms.ts';

/**
 * [PD7] Rooms whose text was signed, approved, delivered or submitted under a fingerprint: they are proofs, and stay what was signed.
 */
export async function listSignedRooms(db: Db): Promise<Set<string>> {
  const found = await rowsOf<{ room: string }>(
    db,
    sql`select 'document:' || document_id as room from exact_text
      union select 'document:' || document_id from minutes where sha256 is not null
      union select 'document:' || document_id from mission_delivery where document_id is not null
      union select 'application:' || application_id from application_submission`,
  );
  return new Set(found.map(({ room }) => room));
}

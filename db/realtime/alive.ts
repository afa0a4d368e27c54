/**
 * [K5] The room $1, unless it was deleted for good: whatever is kept of a room is kept of this. A deletion waits until that is done,
 * and takes it away; what comes after it finds nothing.
 */
export const ALIVE =
  'alive as (select room from doc_room where room = $1 and deleted_at is null for key share)';

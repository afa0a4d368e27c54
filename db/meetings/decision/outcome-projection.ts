/** What a projection tells of decisions and actions, as the JSON of `jsonb_to_recordset`. */
const COLUMNS = 'id, group_id, document_id, text, rank, is_in_text, seen_at, created_by';

/* The block of another document that has the same id is a copy that no editor of ours made: it is passed over. */
const kept = (table: 'decision' | 'action', isFollowed: string) => `
  ${table}_told as (
    insert into "${table}" as k (${COLUMNS})
    select t.id, t.group_id, t.document_id, t.text, t.rank, true, $3::timestamptz, t.author from told t
    where t.kind = '${table}'
    on conflict (id) do update set text = excluded.text, rank = excluded.rank, is_in_text = true
    where k.document_id = excluded.document_id
      and (k.text, k.rank, k.is_in_text) is distinct from (excluded.text, excluded.rank, true)
  ), ${table}_forgotten as (
    delete from "${table}" where document_id = $4 and exists (select from moved) and ${isFollowed} is null
      and id not in (select id from told where kind = '${table}')
  ), ${table}_left as (
    update "${table}" set is_in_text = false where document_id = $4 and is_in_text and exists (select from moved)
      and ${isFollowed} is not null and id not in (select id from told where kind = '${table}')
  )`;

/**
 * [DA1] Parts of the statement that keeps a document, after `moved`: what stands in `$10` is kept under its id, with whoever wrote
 * the block; what no longer stands there keeps its last words and says so, unless nothing had followed from it yet.
 */
export const KEEP_OUTCOMES = `
  told as (
    select d.id as document_id, d.group_id, o.id, o.kind, o.text, o.rank, coalesce((
      select u.id from doc_client c join "user" u on u.id = c.user_id where c.room = $1 and c.client_id = o.client
    ), d.created_by) as author
    from document d, moved, jsonb_to_recordset($10::jsonb)
      as o(kind text, id text, text text, rank integer, client bigint)
    where d.id = $4
  ), ${kept('decision', 'number')}, ${kept('action', 'card_id')}`;

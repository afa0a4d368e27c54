/**
 * [EC8] Parts of the statement that keeps a document, after `moved`: the excerpts of ours (`$11`) that stand in it, and no other. Ids
 * that nobody gave are passed over.
 */
export const KEEP_EXCERPTS = `
  excerpts_left as (
    delete from excerpt_place where document_id = $4 and exists (select from moved) and excerpt_id <> all($11::text[])
  ), excerpts_kept as (
    insert into excerpt_place (document_id, excerpt_id)
    select d.id, e.id from document d, moved, excerpt e where d.id = $4 and e.id = any($11::text[])
    on conflict do nothing
  )`;

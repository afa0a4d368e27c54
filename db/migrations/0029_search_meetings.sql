CREATE VIEW search_source_meeting AS
  SELECT m.id AS object_id, m.group_id, 'group'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, m.created_by AS author_id, '{}'::text[] AS organisation_ids, m.title, m.place AS labels,
    concat_ws(E'\n', m.description,
      (SELECT string_agg(i.title, E'\n' ORDER BY i."order", i.id) FROM agenda_item i WHERE i.meeting_id = m.id AND i.removed_at IS NULL)) AS body,
    m.updated_at
  FROM meeting m;
--> statement-breakpoint
SELECT search_watch('meeting', 'meeting', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('agenda_item', 'meeting', 'SELECT meeting_id FROM changed');
--> statement-breakpoint
SELECT search_refresh('meeting', array_agg(id)) FROM meeting HAVING count(*) > 0;
--> statement-breakpoint
-- Texts and vectors stand apart: what is counted and sorted is read from few pages.
ALTER TABLE search_entry SET (toast_tuple_target = 256);

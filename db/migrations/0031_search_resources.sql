CREATE VIEW search_source_resource AS
  SELECT r.id AS object_id, r.group_id, r.visibility, NULL::text AS document_id, NULL::text AS board_id, NULL::text AS parent_id,
    r.created_by AS author_id, array_remove(ARRAY[r.organisation_id], NULL) AS organisation_ids, r.title, r.producer AS labels,
    left(concat_ws(E'\n', r.description, t.text), 400000) AS body, r.updated_at
  FROM resource r LEFT JOIN resource_text t ON t.resource_id = r.id
  WHERE r.trashed_at IS NULL;
--> statement-breakpoint
SELECT search_watch('resource', 'resource', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('resource_text', 'resource', 'SELECT resource_id FROM changed');
--> statement-breakpoint
SELECT search_refresh('resource', array_agg(id)) FROM resource HAVING count(*) > 0;

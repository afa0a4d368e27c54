CREATE VIEW search_source_dataset AS
  SELECT s.id AS object_id, s.group_id, s.visibility, NULL::text AS document_id, NULL::text AS board_id, NULL::text AS parent_id,
    s.created_by AS author_id, array_remove(ARRAY[s.organisation_id], NULL) AS organisation_ids, s.title,
    concat_ws(' ', s.producer_name, t.name, s.territory) AS labels,
    concat_ws(E'\n', s.description, s.access_note, s.schema_name,
      (SELECT string_agg(f.name, E'\n' ORDER BY f.added_at, f.id) FROM dataset_distribution f WHERE f.dataset_id = s.id)) AS body,
    s.updated_at
  FROM dataset s JOIN working_group g ON g.id = s.group_id JOIN theme t ON t.id = g.theme_id
  WHERE s.trashed_at IS NULL;
--> statement-breakpoint
SELECT search_watch('dataset', 'dataset', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('dataset_distribution', 'dataset', 'SELECT dataset_id FROM changed');
--> statement-breakpoint
SELECT search_watch('working_group', 'dataset', 'SELECT s.id FROM changed g JOIN dataset s ON s.group_id = g.id');
--> statement-breakpoint
SELECT search_watch('theme', 'dataset',
  'SELECT s.id FROM changed t JOIN working_group g ON g.theme_id = t.id JOIN dataset s ON s.group_id = g.id');
--> statement-breakpoint
SELECT search_refresh('dataset', array_agg(id)) FROM dataset HAVING count(*) > 0;

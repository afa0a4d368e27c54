-- A kind that reads a table of another kind's adds its own triggers to it: named after both.
DROP FUNCTION search_watch(text, text[]);
--> statement-breakpoint
CREATE FUNCTION search_watch(watched text, kind text, keys text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  event text;
BEGIN
  FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_follow(%L, %L)',
      'search_' || kind || '_' || event, event, watched, CASE event WHEN 'delete' THEN 'OLD' ELSE 'NEW' END, kind, keys);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE VIEW search_source_decision AS
  SELECT e.id AS object_id, d.group_id, d.visibility, d.id AS document_id, NULL::text AS board_id, NULL::text AS parent_id,
    e.created_by AS author_id, '{}'::text[] AS organisation_ids, e.text AS title,
    e.year || '-' || e.number AS labels, ''::text AS body, e.seen_at AS updated_at
  FROM decision e JOIN document d ON d.id = e.document_id
  WHERE e.is_in_text AND e.number IS NOT NULL AND d.trashed_at IS NULL;
--> statement-breakpoint
SELECT search_watch('decision', 'decision', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('document', 'decision', 'SELECT e.id FROM changed d JOIN decision e ON e.document_id = d.id');
--> statement-breakpoint
SELECT search_refresh('decision', array_agg(id)) FROM decision HAVING count(*) > 0;

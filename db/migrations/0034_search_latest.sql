CREATE INDEX "search_entry_updated_at" ON "search_entry" USING btree ("updated_at");
--> statement-breakpoint
-- With texts and vectors apart, identifiers would go there too: what every question reads of an entry stays in its row.
ALTER TABLE search_entry
  ALTER object_id SET STORAGE MAIN, ALTER group_id SET STORAGE MAIN, ALTER document_id SET STORAGE MAIN, ALTER board_id SET STORAGE MAIN,
  ALTER parent_id SET STORAGE MAIN, ALTER author_id SET STORAGE MAIN, ALTER organisation_ids SET STORAGE MAIN, ALTER title SET STORAGE MAIN,
  ALTER title_words SET STORAGE MAIN;
--> statement-breakpoint
-- A value that stands apart comes back by being written anew.
UPDATE search_entry SET object_id = object_id || '', group_id = group_id || '', document_id = document_id || '', board_id = board_id || '',
  parent_id = parent_id || '', author_id = author_id || '', organisation_ids = organisation_ids || '{}'::text[], title = title || '',
  title_words = title_words || ''::tsvector;

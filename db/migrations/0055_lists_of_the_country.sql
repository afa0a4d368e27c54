-- Unaccenting is not immutable by itself, since a dictionary may be changed: named, it may stand in an index.
CREATE FUNCTION public.name_key(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ select lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;--> statement-breakpoint
ALTER TABLE "dataset_check" ADD COLUMN "has_schema" boolean GENERATED ALWAYS AS (schema is not null) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "activity_day" ON "activity" USING btree ("at","actor_id");--> statement-breakpoint
CREATE INDEX "user_name" ON "user" USING btree (public.name_key("name"),"id");--> statement-breakpoint
CREATE INDEX "dataset_check_last" ON "dataset_check" USING btree ("dataset_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST,"errors","has_schema") WHERE "dataset_check"."state" = 'done';--> statement-breakpoint
CREATE INDEX "dataset_changed" ON "dataset" USING btree ("updated_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "doc_client_day" ON "doc_client" USING btree ("at","user_id");
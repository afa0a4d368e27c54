-- What was signed stays as it was: exact texts, answers and the files they left in are only ever added, and a closed round is not touched again.
CREATE FUNCTION "review_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What was submitted and signed is only ever added to (% on %)', TG_OP, TG_TABLE_NAME;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "exact_text_fixed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "exact_text" FOR EACH STATEMENT EXECUTE FUNCTION "review_refuse"();
--> statement-breakpoint
CREATE TRIGGER "review_answer_fixed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "review_answer" FOR EACH STATEMENT EXECUTE FUNCTION "review_refuse"();
--> statement-breakpoint
CREATE TRIGGER "review_organisation_fixed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "review_organisation" FOR EACH STATEMENT EXECUTE FUNCTION "review_refuse"();
--> statement-breakpoint
CREATE TRIGGER "signed_file_fixed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "signed_file" FOR EACH STATEMENT EXECUTE FUNCTION "review_refuse"();
--> statement-breakpoint
CREATE TRIGGER "review_round_kept" BEFORE DELETE OR TRUNCATE ON "review_round" FOR EACH STATEMENT EXECUTE FUNCTION "review_refuse"();
--> statement-breakpoint
CREATE TRIGGER "review_round_closed" BEFORE UPDATE ON "review_round" FOR EACH ROW WHEN (OLD."closed_at" IS NOT NULL OR NEW."id" <> OLD."id" OR NEW."document_id" <> OLD."document_id" OR NEW."exact_text_id" <> OLD."exact_text_id" OR NEW."number" <> OLD."number" OR NEW."questions" <> OLD."questions" OR NEW."deadline" <> OLD."deadline" OR NEW."quorum" <> OLD."quorum" OR NEW."opened_by" <> OLD."opened_by" OR NEW."opened_at" <> OLD."opened_at") EXECUTE FUNCTION "review_refuse"();

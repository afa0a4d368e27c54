CREATE TABLE "use_case_sheet_visa" (
	"round_id" text PRIMARY KEY NOT NULL,
	"sheet_id" text NOT NULL,
	"kind" text NOT NULL,
	"presented" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "use_case_sheet_publication" ADD COLUMN "visas" jsonb;--> statement-breakpoint
ALTER TABLE "use_case_sheet_visa" ADD CONSTRAINT "use_case_sheet_visa_round_id_review_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."review_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "use_case_sheet_visa_sheet" ON "use_case_sheet_visa" USING btree ("sheet_id");
--> statement-breakpoint
-- What was presented with a signed text stays as it was, as the text does.
CREATE TRIGGER "use_case_sheet_visa_fixed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "use_case_sheet_visa" FOR EACH STATEMENT EXECUTE FUNCTION "review_refuse"();

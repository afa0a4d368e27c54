-- Nobody is confirmed by this: what was signed before says so, and people ask their organisation.
CREATE TABLE "signatory" (
	"user_id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"token_hash" text,
	"asked_at" timestamp with time zone,
	"asked_address" text,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" text,
	"confirmed_address" text,
	CONSTRAINT "signatory_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "signatory_confirmed" CHECK ("signatory"."confirmed_at" is null or (("signatory"."confirmed_by" is null) <> ("signatory"."confirmed_address" is null) and "signatory"."confirmed_by" is distinct from "signatory"."user_id"))
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "declared_email" text;--> statement-breakpoint
ALTER TABLE "review_answer" ADD COLUMN "basis" jsonb;--> statement-breakpoint
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_confirmed_by_user_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signatory_organisation" ON "signatory" USING btree ("organisation_id");--> statement-breakpoint
-- Whoever moves to another organisation speaks for the former one no more, and does not by coming back: whatever statement moves them, one of an older
-- instance too.
CREATE FUNCTION "signatory_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "signatory" WHERE "user_id" = NEW."id";
  RETURN NULL;
END;
$$;--> statement-breakpoint
CREATE TRIGGER "user_moved" AFTER UPDATE OF "organisation_id" ON "user" FOR EACH ROW WHEN (OLD."organisation_id" IS DISTINCT FROM NEW."organisation_id") EXECUTE FUNCTION "signatory_moved"();

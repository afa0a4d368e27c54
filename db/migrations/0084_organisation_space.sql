CREATE TABLE "sheet_letter" (
	"id" text PRIMARY KEY NOT NULL,
	"sheet_id" text NOT NULL,
	"sender_id" text NOT NULL,
	"organisation_id" text,
	"message" text NOT NULL,
	"recipients" integer NOT NULL,
	"sent_on" date NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sheet_letter_a_day" UNIQUE("sheet_id","sender_id","sent_on")
);
--> statement-breakpoint
ALTER TABLE "working_group" ALTER COLUMN "theme_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "working_group" ADD COLUMN "organisation_id" text;--> statement-breakpoint
ALTER TABLE "sheet_letter" ADD CONSTRAINT "sheet_letter_sheet_id_use_case_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."use_case_sheet"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_letter" ADD CONSTRAINT "sheet_letter_sender_id_user_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_letter" ADD CONSTRAINT "sheet_letter_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sheet_letter_sender" ON "sheet_letter" USING btree ("sender_id");--> statement-breakpoint
CREATE INDEX "sheet_letter_organisation" ON "sheet_letter" USING btree ("organisation_id");--> statement-breakpoint
ALTER TABLE "working_group" ADD CONSTRAINT "working_group_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group" ADD CONSTRAINT "working_group_organisation_id_unique" UNIQUE("organisation_id");--> statement-breakpoint
ALTER TABLE "working_group" ADD CONSTRAINT "working_group_one" CHECK (("working_group"."theme_id" is null) <> ("working_group"."organisation_id" is null));--> statement-breakpoint
-- [MV1] The space of an organisation is there with its first person, whatever statement ties them to it: better-auth's own, an older instance's, an import.
CREATE FUNCTION "space_made"("of" text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "working_group" ("id", "organisation_id", "name", "purpose", "joining", "created_at")
    SELECT gen_random_uuid()::text, o."id", o."name", '', 'nobody', now() FROM "organisation" o WHERE o."id" = "of"
    ON CONFLICT ("organisation_id") DO NOTHING;
  INSERT INTO "group_organisation" ("group_id", "organisation_id", "role", "added_at")
    SELECT g."id", g."organisation_id", 'contributor', now() FROM "working_group" g WHERE g."organisation_id" = "of"
    ON CONFLICT DO NOTHING;
$$;--> statement-breakpoint
CREATE FUNCTION "user_tied"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "space_made"(NEW."organisation_id");
  RETURN NULL;
END;
$$;--> statement-breakpoint
CREATE TRIGGER "user_tied" AFTER INSERT OR UPDATE OF "organisation_id" ON "user" FOR EACH ROW WHEN (NEW."organisation_id" IS NOT NULL) EXECUTE FUNCTION "user_tied"();--> statement-breakpoint
-- It is called as its organisation is.
CREATE FUNCTION "space_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "working_group" SET "name" = NEW."name" WHERE "organisation_id" = NEW."id";
  RETURN NULL;
END;
$$;--> statement-breakpoint
CREATE TRIGGER "organisation_renamed" AFTER UPDATE OF "name" ON "organisation" FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION "space_renamed"();--> statement-breakpoint
-- [MV2] Nobody else is in it: neither a person by name nor another organisation, whatever door they were let in by.
CREATE FUNCTION "space_closed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the space of an organisation takes no member of its own' USING ERRCODE = 'check_violation';
END;
$$;--> statement-breakpoint
CREATE FUNCTION "is_space"("id" text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM "working_group" g WHERE g."id" = "is_space"."id" AND g."organisation_id" IS NOT NULL);
$$;--> statement-breakpoint
CREATE TRIGGER "group_member_closed" BEFORE INSERT OR UPDATE ON "group_member" FOR EACH ROW WHEN ("is_space"(NEW."group_id")) EXECUTE FUNCTION "space_closed"();--> statement-breakpoint
CREATE FUNCTION "organisation_closed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "working_group" g WHERE g."id" = NEW."group_id" AND g."organisation_id" IS NOT NULL
    AND (g."organisation_id" <> NEW."organisation_id" OR NEW."role" <> 'contributor')) THEN
    RAISE EXCEPTION 'the space of an organisation is its own' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END;
$$;--> statement-breakpoint
CREATE TRIGGER "group_organisation_closed" BEFORE INSERT OR UPDATE ON "group_organisation" FOR EACH ROW EXECUTE FUNCTION "organisation_closed"();--> statement-breakpoint
SELECT "space_made"(o."id") FROM "organisation" o WHERE EXISTS (SELECT FROM "user" u WHERE u."organisation_id" = o."id");

CREATE TABLE "synthesis_reminder" (
	"id" text PRIMARY KEY NOT NULL,
	"chapter_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"people" integer NOT NULL,
	"sent_by" text,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "synthesis_reminder" ADD CONSTRAINT "synthesis_reminder_chapter_id_synthesis_chapter_id_fk" FOREIGN KEY ("chapter_id") REFERENCES "public"."synthesis_chapter"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_reminder" ADD CONSTRAINT "synthesis_reminder_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_reminder" ADD CONSTRAINT "synthesis_reminder_sent_by_user_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "synthesis_reminder_of" ON "synthesis_reminder" USING btree ("chapter_id","organisation_id");
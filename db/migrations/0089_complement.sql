CREATE TABLE "application_complement" (
	"application_id" text PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"completeness" integer NOT NULL,
	"answers" jsonb,
	"hash" text,
	"handed_in_by" text,
	"handed_in_at" timestamp with time zone,
	CONSTRAINT "application_complement_whole" CHECK (num_nonnulls("application_complement"."answers", "application_complement"."hash", "application_complement"."handed_in_at") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "application_complement" ADD CONSTRAINT "application_complement_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_complement" ADD CONSTRAINT "application_complement_handed_in_by_user_id_fk" FOREIGN KEY ("handed_in_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;
CREATE TABLE "retention_setting" (
	"key" text PRIMARY KEY NOT NULL,
	"days" integer NOT NULL,
	"changed_by" text,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "retention_setting" ADD CONSTRAINT "retention_setting_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;
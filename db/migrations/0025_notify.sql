CREATE TABLE "mail_claim" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notification_setting" ADD COLUMN "before" jsonb DEFAULT '{}'::jsonb NOT NULL;
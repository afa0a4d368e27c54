CREATE TABLE "own_data_export" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"state" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"storage_key" text,
	"bytes" bigint,
	"asked_at" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone,
	"expires_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "own_data_export" ADD CONSTRAINT "own_data_export_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "own_data_export_running" ON "own_data_export" USING btree ("user_id") WHERE "own_data_export"."state" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "own_data_export_user" ON "own_data_export" USING btree ("user_id","asked_at");
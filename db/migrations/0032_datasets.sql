CREATE TABLE "dataset_check" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"dataset_id" text,
	"state" text NOT NULL,
	"schema" jsonb,
	"schema_source" text NOT NULL,
	"file_name" text NOT NULL,
	"file_bytes" integer NOT NULL,
	"rows_read" integer NOT NULL,
	"failure" text,
	"report" jsonb,
	"errors" integer NOT NULL,
	"warnings" integer NOT NULL,
	"share_token" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"beat_at" timestamp with time zone NOT NULL,
	CONSTRAINT "dataset_check_share_token_unique" UNIQUE("share_token")
);
--> statement-breakpoint
CREATE TABLE "dataset_distribution" (
	"id" text PRIMARY KEY NOT NULL,
	"dataset_id" text NOT NULL,
	"name" text NOT NULL,
	"url" text,
	"file_id" text,
	"format" text NOT NULL,
	"bytes" integer,
	"encoding" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dataset" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"organisation_id" text,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"producer_name" text NOT NULL,
	"producer_kind" text NOT NULL,
	"access_status" text NOT NULL,
	"access_reason" text,
	"access_note" text NOT NULL,
	"licence" text NOT NULL,
	"frequency" text NOT NULL,
	"schema_name" text NOT NULL,
	"schema_url" text NOT NULL,
	"schema_version" text NOT NULL,
	"territory" text NOT NULL,
	"year_from" integer,
	"year_to" integer,
	"contact" text NOT NULL,
	"visibility" text NOT NULL,
	"data_gouv" jsonb,
	"data_gouv_read_at" timestamp with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"trashed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "dataset_check" ADD CONSTRAINT "dataset_check_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_check" ADD CONSTRAINT "dataset_check_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_check" ADD CONSTRAINT "dataset_check_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_distribution" ADD CONSTRAINT "dataset_distribution_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_distribution" ADD CONSTRAINT "dataset_distribution_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dataset_check_group" ON "dataset_check" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "dataset_check_dataset" ON "dataset_check" USING btree ("dataset_id");--> statement-breakpoint
CREATE INDEX "dataset_distribution_dataset" ON "dataset_distribution" USING btree ("dataset_id");--> statement-breakpoint
CREATE INDEX "dataset_group" ON "dataset" USING btree ("group_id");
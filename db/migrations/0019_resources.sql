CREATE TABLE "resource_collection_item" (
	"collection_id" text NOT NULL,
	"resource_id" text NOT NULL,
	"order" text collate "C" NOT NULL,
	CONSTRAINT "resource_collection_item_collection_id_resource_id_pk" PRIMARY KEY("collection_id","resource_id")
);
--> statement-breakpoint
CREATE TABLE "resource_collection" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"name" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "resource_text" (
	"resource_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resource_theme" (
	"resource_id" text NOT NULL,
	"theme_id" text NOT NULL,
	CONSTRAINT "resource_theme_resource_id_theme_id_pk" PRIMARY KEY("resource_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "resource_upload" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"by" text NOT NULL,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text,
	"storage_key" text NOT NULL,
	"touched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resource_version" (
	"id" text PRIMARY KEY NOT NULL,
	"resource_id" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"note" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"scan" text NOT NULL,
	"read_at" timestamp with time zone,
	"has_picture" boolean DEFAULT false NOT NULL,
	CONSTRAINT "resource_version_number" UNIQUE("resource_id","number")
);
--> statement-breakpoint
CREATE TABLE "resource" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"producer" text NOT NULL,
	"licence" text NOT NULL,
	"language" text NOT NULL,
	"content_on" date,
	"review_on" date,
	"address" text,
	"link_checked_at" timestamp with time zone,
	"link_lost_at" timestamp with time zone,
	"visibility" text DEFAULT 'group' NOT NULL,
	"organisation_id" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"trashed_at" timestamp with time zone,
	"trashed_by" text
);
--> statement-breakpoint
ALTER TABLE "resource_collection_item" ADD CONSTRAINT "resource_collection_item_collection_id_resource_collection_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."resource_collection"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_collection_item" ADD CONSTRAINT "resource_collection_item_resource_id_resource_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resource"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_collection" ADD CONSTRAINT "resource_collection_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_collection" ADD CONSTRAINT "resource_collection_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_text" ADD CONSTRAINT "resource_text_resource_id_resource_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resource"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_theme" ADD CONSTRAINT "resource_theme_resource_id_resource_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resource"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_theme" ADD CONSTRAINT "resource_theme_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_upload" ADD CONSTRAINT "resource_upload_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_upload" ADD CONSTRAINT "resource_upload_by_user_id_fk" FOREIGN KEY ("by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_version" ADD CONSTRAINT "resource_version_resource_id_resource_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resource"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_version" ADD CONSTRAINT "resource_version_by_user_id_fk" FOREIGN KEY ("by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource" ADD CONSTRAINT "resource_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource" ADD CONSTRAINT "resource_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource" ADD CONSTRAINT "resource_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource" ADD CONSTRAINT "resource_trashed_by_user_id_fk" FOREIGN KEY ("trashed_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "resource_collection_group" ON "resource_collection" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "resource_upload_by" ON "resource_upload" USING btree ("by");--> statement-breakpoint
CREATE INDEX "resource_group" ON "resource" USING btree ("group_id");
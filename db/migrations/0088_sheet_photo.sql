CREATE TABLE "use_case_sheet_photo" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"sheet_id" text NOT NULL,
	"file_id" text NOT NULL,
	"alt" text NOT NULL,
	"caption" text NOT NULL,
	"credit" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "use_case_sheet_publication" ADD COLUMN "photo_id" bigint;--> statement-breakpoint
ALTER TABLE "use_case_sheet_photo" ADD CONSTRAINT "use_case_sheet_photo_sheet_id_use_case_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."use_case_sheet"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "use_case_sheet_photo" ADD CONSTRAINT "use_case_sheet_photo_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "use_case_sheet_photo_of" ON "use_case_sheet_photo" USING btree ("sheet_id");--> statement-breakpoint
ALTER TABLE "use_case_sheet_publication" ADD CONSTRAINT "use_case_sheet_publication_photo_id_use_case_sheet_photo_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."use_case_sheet_photo"("id") ON DELETE set null ON UPDATE no action;
CREATE TABLE "invitation_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"people" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "city_import" (
	"id" text PRIMARY KEY NOT NULL,
	"imported_by" text,
	"imported_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	"before" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "batch_id" text;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "mail_state" text;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "mail_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "mail_refusal" text;--> statement-breakpoint
ALTER TABLE "invitation_batch" ADD CONSTRAINT "invitation_batch_made_by_user_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_import" ADD CONSTRAINT "city_import_imported_by_user_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_batch_id_invitation_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."invitation_batch"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_batch_of" ON "invitation" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "invitation_email" ON "invitation" USING btree ("email");

CREATE TABLE "standardisation_dataset" (
	"track_id" text NOT NULL,
	"dataset_id" text NOT NULL,
	CONSTRAINT "standardisation_dataset_track_id_dataset_id_pk" PRIMARY KEY("track_id","dataset_id")
);
--> statement-breakpoint
CREATE TABLE "standardisation_draft" (
	"track_id" text NOT NULL,
	"document_id" text NOT NULL,
	CONSTRAINT "standardisation_draft_track_id_document_id_pk" PRIMARY KEY("track_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "standardisation_organisation" (
	"track_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	CONSTRAINT "standardisation_organisation_track_id_organisation_id_pk" PRIMARY KEY("track_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "standardisation_person" (
	"track_id" text NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "standardisation_person_track_id_user_id_pk" PRIMARY KEY("track_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "standardisation_step" (
	"track_id" text NOT NULL,
	"rank" integer NOT NULL,
	"from_phase" text,
	"to_phase" text NOT NULL,
	"why" text NOT NULL,
	"changed_by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "standardisation_step_track_id_rank_pk" PRIMARY KEY("track_id","rank")
);
--> statement-breakpoint
CREATE TABLE "standardisation_wanted" (
	"track_id" text NOT NULL,
	"wanted_id" text NOT NULL,
	CONSTRAINT "standardisation_wanted_track_id_wanted_id_pk" PRIMARY KEY("track_id","wanted_id")
);
--> statement-breakpoint
CREATE TABLE "standardisation_track" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"phase" text NOT NULL,
	"schema_name" text NOT NULL,
	"is_for_common_core" boolean NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "standardisation_dataset" ADD CONSTRAINT "standardisation_dataset_track_id_standardisation_track_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."standardisation_track"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standardisation_dataset" ADD CONSTRAINT "standardisation_dataset_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standardisation_draft" ADD CONSTRAINT "standardisation_draft_track_id_standardisation_track_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."standardisation_track"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standardisation_draft" ADD CONSTRAINT "standardisation_draft_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standardisation_organisation" ADD CONSTRAINT "standardisation_organisation_track_id_standardisation_track_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."standardisation_track"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standardisation_organisation" ADD CONSTRAINT "standardisation_organisation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standardisation_person" ADD CONSTRAINT "standardisation_person_track_id_standardisation_track_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."standardisation_track"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standardisation_person" ADD CONSTRAINT "standardisation_person_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standardisation_step" ADD CONSTRAINT "standardisation_step_track_id_standardisation_track_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."standardisation_track"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standardisation_step" ADD CONSTRAINT "standardisation_step_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standardisation_wanted" ADD CONSTRAINT "standardisation_wanted_track_id_standardisation_track_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."standardisation_track"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standardisation_wanted" ADD CONSTRAINT "standardisation_wanted_wanted_id_wanted_dataset_id_fk" FOREIGN KEY ("wanted_id") REFERENCES "public"."wanted_dataset"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standardisation_track" ADD CONSTRAINT "standardisation_track_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standardisation_dataset_of" ON "standardisation_dataset" USING btree ("dataset_id");--> statement-breakpoint
CREATE INDEX "standardisation_wanted_of" ON "standardisation_wanted" USING btree ("wanted_id");
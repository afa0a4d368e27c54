CREATE TABLE "interview_consent" (
	"id" text PRIMARY KEY NOT NULL,
	"interview_id" text NOT NULL,
	"is_given" boolean NOT NULL,
	"note" text NOT NULL,
	"noted_by" text,
	"noted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "local_issue_city" (
	"id" text PRIMARY KEY NOT NULL,
	"issue_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"joined_by" text,
	"joined_at" timestamp with time zone NOT NULL,
	"left_by" text,
	"left_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "local_issue_experiment" (
	"issue_id" text NOT NULL,
	"experiment_id" text NOT NULL,
	"linked_by" text,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "local_issue_experiment_issue_id_experiment_id_pk" PRIMARY KEY("issue_id","experiment_id")
);
--> statement-breakpoint
CREATE TABLE "local_issue_source" (
	"id" text PRIMARY KEY NOT NULL,
	"issue_id" text NOT NULL,
	"interview_id" text,
	"watch_note_id" text,
	"quotation" text NOT NULL,
	"linked_by" text,
	"linked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "local_issue" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"context" text NOT NULL,
	"theme_id" text NOT NULL,
	"organisation_id" text,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"trashed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "stakeholder_interview" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"person_name" text NOT NULL,
	"person_function" text NOT NULL,
	"person_organisation" text NOT NULL,
	"met_on" date NOT NULL,
	"notes" text NOT NULL,
	"has_consent" boolean NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watch_note" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"title" text NOT NULL,
	"url" text NOT NULL,
	"says" text NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consulting_mission" (
	"id" text PRIMARY KEY NOT NULL,
	"experiment_id" text NOT NULL,
	"firm_id" text NOT NULL,
	"title" text NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"daily_price_cents" integer,
	"state" text DEFAULT 'running' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"granted_quarters" integer NOT NULL,
	"letter_document_id" text,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mission_city" (
	"mission_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	CONSTRAINT "mission_city_mission_id_organisation_id_pk" PRIMARY KEY("mission_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "mission_consultant" (
	"id" text PRIMARY KEY NOT NULL,
	"mission_id" text NOT NULL,
	"user_id" text NOT NULL,
	"added_by" text,
	"added_at" timestamp with time zone NOT NULL,
	"removed_by" text,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mission_day" (
	"id" text PRIMARY KEY NOT NULL,
	"mission_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"consultant_id" text NOT NULL,
	"day" date NOT NULL,
	"quarters" integer NOT NULL,
	"work" text NOT NULL,
	"replaces_id" text,
	"reason" text DEFAULT '' NOT NULL,
	"logged_by" text,
	"logged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mission_day_replaces" UNIQUE("replaces_id")
);
--> statement-breakpoint
CREATE TABLE "mission_deliverable" (
	"id" text PRIMARY KEY NOT NULL,
	"mission_id" text NOT NULL,
	"title" text NOT NULL,
	"due_on" date,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mission_delivery" (
	"id" text PRIMARY KEY NOT NULL,
	"deliverable_id" text NOT NULL,
	"number" integer NOT NULL,
	"document_id" text,
	"seq" bigint,
	"exact_text" text,
	"file_name" text,
	"content_type" text,
	"bytes" integer,
	"storage_key" text,
	"sha256" text NOT NULL,
	"note" text NOT NULL,
	"submitted_by" text,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mission_delivery_number" UNIQUE("deliverable_id","number")
);
--> statement-breakpoint
CREATE TABLE "mission_grant" (
	"id" text PRIMARY KEY NOT NULL,
	"mission_id" text NOT NULL,
	"quarters" integer NOT NULL,
	"ends_on" date NOT NULL,
	"reason" text NOT NULL,
	"granted_by" text,
	"granted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mission_state_change" (
	"id" text PRIMARY KEY NOT NULL,
	"mission_id" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"reason" text NOT NULL,
	"changed_by" text,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mission_verdict" (
	"delivery_id" text PRIMARY KEY NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"organisation_id" text,
	"given_by" text,
	"given_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_area" (
	"facilitator_id" text NOT NULL,
	"level" text NOT NULL,
	"code" text collate "C" NOT NULL,
	CONSTRAINT "service_area_facilitator_id_level_code_pk" PRIMARY KEY("facilitator_id","level","code")
);
--> statement-breakpoint
CREATE TABLE "territorial_facilitator" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"offer" text NOT NULL,
	"address" text NOT NULL,
	"site" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_email" text NOT NULL,
	"contact_phone" text NOT NULL,
	"source" text NOT NULL,
	"certainty" text NOT NULL,
	"organisation_id" text,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "interview_consent" ADD CONSTRAINT "interview_consent_interview_id_stakeholder_interview_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."stakeholder_interview"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview_consent" ADD CONSTRAINT "interview_consent_noted_by_user_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue_city" ADD CONSTRAINT "local_issue_city_issue_id_local_issue_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."local_issue"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue_city" ADD CONSTRAINT "local_issue_city_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue_city" ADD CONSTRAINT "local_issue_city_joined_by_user_id_fk" FOREIGN KEY ("joined_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue_city" ADD CONSTRAINT "local_issue_city_left_by_user_id_fk" FOREIGN KEY ("left_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue_experiment" ADD CONSTRAINT "local_issue_experiment_issue_id_local_issue_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."local_issue"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue_experiment" ADD CONSTRAINT "local_issue_experiment_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue_experiment" ADD CONSTRAINT "local_issue_experiment_linked_by_user_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue_source" ADD CONSTRAINT "local_issue_source_issue_id_local_issue_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."local_issue"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue_source" ADD CONSTRAINT "local_issue_source_interview_id_stakeholder_interview_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."stakeholder_interview"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue_source" ADD CONSTRAINT "local_issue_source_watch_note_id_watch_note_id_fk" FOREIGN KEY ("watch_note_id") REFERENCES "public"."watch_note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue_source" ADD CONSTRAINT "local_issue_source_linked_by_user_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue" ADD CONSTRAINT "local_issue_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue" ADD CONSTRAINT "local_issue_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_issue" ADD CONSTRAINT "local_issue_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stakeholder_interview" ADD CONSTRAINT "stakeholder_interview_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stakeholder_interview" ADD CONSTRAINT "stakeholder_interview_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_note" ADD CONSTRAINT "watch_note_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_note" ADD CONSTRAINT "watch_note_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consulting_mission" ADD CONSTRAINT "consulting_mission_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consulting_mission" ADD CONSTRAINT "consulting_mission_firm_id_organisation_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consulting_mission" ADD CONSTRAINT "consulting_mission_letter_document_id_document_id_fk" FOREIGN KEY ("letter_document_id") REFERENCES "public"."document"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consulting_mission" ADD CONSTRAINT "consulting_mission_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_city" ADD CONSTRAINT "mission_city_mission_id_consulting_mission_id_fk" FOREIGN KEY ("mission_id") REFERENCES "public"."consulting_mission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_city" ADD CONSTRAINT "mission_city_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_consultant" ADD CONSTRAINT "mission_consultant_mission_id_consulting_mission_id_fk" FOREIGN KEY ("mission_id") REFERENCES "public"."consulting_mission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_consultant" ADD CONSTRAINT "mission_consultant_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_consultant" ADD CONSTRAINT "mission_consultant_added_by_user_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_consultant" ADD CONSTRAINT "mission_consultant_removed_by_user_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_day" ADD CONSTRAINT "mission_day_mission_id_consulting_mission_id_fk" FOREIGN KEY ("mission_id") REFERENCES "public"."consulting_mission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_day" ADD CONSTRAINT "mission_day_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_day" ADD CONSTRAINT "mission_day_consultant_id_user_id_fk" FOREIGN KEY ("consultant_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_day" ADD CONSTRAINT "mission_day_logged_by_user_id_fk" FOREIGN KEY ("logged_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_deliverable" ADD CONSTRAINT "mission_deliverable_mission_id_consulting_mission_id_fk" FOREIGN KEY ("mission_id") REFERENCES "public"."consulting_mission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_deliverable" ADD CONSTRAINT "mission_deliverable_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_delivery" ADD CONSTRAINT "mission_delivery_deliverable_id_mission_deliverable_id_fk" FOREIGN KEY ("deliverable_id") REFERENCES "public"."mission_deliverable"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_delivery" ADD CONSTRAINT "mission_delivery_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_delivery" ADD CONSTRAINT "mission_delivery_submitted_by_user_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_grant" ADD CONSTRAINT "mission_grant_mission_id_consulting_mission_id_fk" FOREIGN KEY ("mission_id") REFERENCES "public"."consulting_mission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_grant" ADD CONSTRAINT "mission_grant_granted_by_user_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_state_change" ADD CONSTRAINT "mission_state_change_mission_id_consulting_mission_id_fk" FOREIGN KEY ("mission_id") REFERENCES "public"."consulting_mission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_state_change" ADD CONSTRAINT "mission_state_change_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_verdict" ADD CONSTRAINT "mission_verdict_delivery_id_mission_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."mission_delivery"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_verdict" ADD CONSTRAINT "mission_verdict_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mission_verdict" ADD CONSTRAINT "mission_verdict_given_by_user_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_area" ADD CONSTRAINT "service_area_facilitator_id_territorial_facilitator_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."territorial_facilitator"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "territorial_facilitator" ADD CONSTRAINT "territorial_facilitator_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "territorial_facilitator" ADD CONSTRAINT "territorial_facilitator_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interview_consent_of" ON "interview_consent" USING btree ("interview_id","noted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "local_issue_city_now" ON "local_issue_city" USING btree ("issue_id","organisation_id") WHERE left_at is null;--> statement-breakpoint
CREATE INDEX "local_issue_city_of" ON "local_issue_city" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "local_issue_experiment_of" ON "local_issue_experiment" USING btree ("experiment_id");--> statement-breakpoint
CREATE INDEX "local_issue_source_issue" ON "local_issue_source" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "local_issue_source_interview" ON "local_issue_source" USING btree ("interview_id");--> statement-breakpoint
CREATE INDEX "local_issue_source_note" ON "local_issue_source" USING btree ("watch_note_id");--> statement-breakpoint
CREATE INDEX "local_issue_theme" ON "local_issue" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "stakeholder_interview_city" ON "stakeholder_interview" USING btree ("organisation_id","met_on");--> statement-breakpoint
CREATE INDEX "watch_note_city" ON "watch_note" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "consulting_mission_experiment" ON "consulting_mission" USING btree ("experiment_id");--> statement-breakpoint
CREATE INDEX "consulting_mission_firm" ON "consulting_mission" USING btree ("firm_id");--> statement-breakpoint
CREATE INDEX "mission_city_of" ON "mission_city" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "mission_consultant_of" ON "mission_consultant" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "mission_consultant_mission" ON "mission_consultant" USING btree ("mission_id");--> statement-breakpoint
CREATE INDEX "mission_day_mission" ON "mission_day" USING btree ("mission_id","day");--> statement-breakpoint
CREATE INDEX "mission_deliverable_mission" ON "mission_deliverable" USING btree ("mission_id");--> statement-breakpoint
CREATE INDEX "mission_grant_mission" ON "mission_grant" USING btree ("mission_id","granted_at");--> statement-breakpoint
CREATE INDEX "mission_state_change_mission" ON "mission_state_change" USING btree ("mission_id","changed_at");--> statement-breakpoint
CREATE INDEX "service_area_place" ON "service_area" USING btree ("level","code");
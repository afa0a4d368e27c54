CREATE TABLE "application" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"agreement_id" text collate "C",
	"title" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"form_version" integer NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application_submission" (
	"application_id" text NOT NULL,
	"rank" integer NOT NULL,
	"number" text NOT NULL,
	"answers" jsonb NOT NULL,
	"form_version" integer NOT NULL,
	"hash" text NOT NULL,
	"is_late" boolean NOT NULL,
	"submitted_by" text,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_submission_application_id_rank_pk" PRIMARY KEY("application_id","rank"),
	CONSTRAINT "application_submission_number" UNIQUE("number","rank")
);
--> statement-breakpoint
CREATE TABLE "call_form" (
	"call_id" text NOT NULL,
	"version" integer NOT NULL,
	"form" jsonb NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "call_form_call_id_version_pk" PRIMARY KEY("call_id","version")
);
--> statement-breakpoint
CREATE TABLE "call" (
	"id" text PRIMARY KEY NOT NULL,
	"season_id" text NOT NULL,
	"title" text NOT NULL,
	"presentation" text DEFAULT '' NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"tolerance_minutes" integer DEFAULT 0 NOT NULL,
	"published_at" timestamp with time zone,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "experiment_event" (
	"id" text PRIMARY KEY NOT NULL,
	"experiment_id" text NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"actor_id" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "experiment_organisation" (
	"experiment_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"is_lead" boolean NOT NULL,
	CONSTRAINT "experiment_organisation_experiment_id_organisation_id_pk" PRIMARY KEY("experiment_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "experiment_team" (
	"experiment_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "experiment_team_experiment_id_user_id_role_pk" PRIMARY KEY("experiment_id","user_id","role")
);
--> statement-breakpoint
CREATE TABLE "experiment" (
	"id" text PRIMARY KEY NOT NULL,
	"theme_id" text NOT NULL,
	"application_id" text,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'preparing' NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "experiment_application_id_unique" UNIQUE("application_id")
);
--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_submission" ADD CONSTRAINT "application_submission_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_submission" ADD CONSTRAINT "application_submission_submitted_by_user_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_form" ADD CONSTRAINT "call_form_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_form" ADD CONSTRAINT "call_form_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_season_id_season_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."season"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_event" ADD CONSTRAINT "experiment_event_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_event" ADD CONSTRAINT "experiment_event_actor_id_user_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_organisation" ADD CONSTRAINT "experiment_organisation_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_organisation" ADD CONSTRAINT "experiment_organisation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_team" ADD CONSTRAINT "experiment_team_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_team" ADD CONSTRAINT "experiment_team_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_call" ON "application" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "application_organisation" ON "application" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "experiment_event_of" ON "experiment_event" USING btree ("experiment_id","at");--> statement-breakpoint
CREATE INDEX "experiment_organisation_of" ON "experiment_organisation" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "experiment_theme" ON "experiment" USING btree ("theme_id");
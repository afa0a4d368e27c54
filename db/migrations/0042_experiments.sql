CREATE TABLE "experiment_difficulty" (
	"id" text PRIMARY KEY NOT NULL,
	"experiment_id" text NOT NULL,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"lever" text NOT NULL,
	"met_on" date NOT NULL,
	"resolved_on" date,
	"removed_at" timestamp with time zone,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "experiment_effort" (
	"id" text PRIMARY KEY NOT NULL,
	"experiment_id" text NOT NULL,
	"month" text NOT NULL,
	"role" text NOT NULL,
	"days" double precision NOT NULL,
	"cost" integer NOT NULL,
	"written_by" text,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "experiment_evaluation" (
	"experiment_id" text NOT NULL,
	"version" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"published_at" timestamp with time zone,
	"written_by" text,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "experiment_evaluation_experiment_id_version_pk" PRIMARY KEY("experiment_id","version")
);
--> statement-breakpoint
CREATE TABLE "experiment_log" (
	"experiment_id" text NOT NULL,
	"month" text NOT NULL,
	"version" integer NOT NULL,
	"mood" text NOT NULL,
	"done" text NOT NULL,
	"difficulties" text NOT NULL,
	"help" text NOT NULL,
	"written_by" text,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "experiment_log_experiment_id_month_version_pk" PRIMARY KEY("experiment_id","month","version")
);
--> statement-breakpoint
CREATE TABLE "experiment_milestone" (
	"id" text PRIMARY KEY NOT NULL,
	"experiment_id" text NOT NULL,
	"title" text NOT NULL,
	"planned_from" date NOT NULL,
	"planned_to" date NOT NULL,
	"first_from" date NOT NULL,
	"first_to" date NOT NULL,
	"started_on" date,
	"done_on" date,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "experiment_comment" (
	"id" text PRIMARY KEY NOT NULL,
	"experiment_id" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"written_by" text,
	"written_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "experiment_indicator_value" (
	"id" text PRIMARY KEY NOT NULL,
	"indicator_id" text NOT NULL,
	"on_day" date NOT NULL,
	"value" double precision NOT NULL,
	"written_by" text,
	"written_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "experiment_indicator" (
	"id" text PRIMARY KEY NOT NULL,
	"experiment_id" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"target" double precision,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "experiment_link" (
	"experiment_id" text NOT NULL,
	"object_key" text NOT NULL,
	"added_by" text,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "experiment_link_experiment_id_object_key_pk" PRIMARY KEY("experiment_id","object_key")
);
--> statement-breakpoint
CREATE TABLE "experiment_partner" (
	"id" text PRIMARY KEY NOT NULL,
	"experiment_id" text NOT NULL,
	"name" text NOT NULL,
	"part" text NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "experiment_event" ADD COLUMN "rank" bigserial NOT NULL;--> statement-breakpoint
ALTER TABLE "experiment_team" ADD COLUMN "organisation_id" text;--> statement-breakpoint
ALTER TABLE "experiment_difficulty" ADD CONSTRAINT "experiment_difficulty_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_difficulty" ADD CONSTRAINT "experiment_difficulty_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_effort" ADD CONSTRAINT "experiment_effort_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_effort" ADD CONSTRAINT "experiment_effort_written_by_user_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_evaluation" ADD CONSTRAINT "experiment_evaluation_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_evaluation" ADD CONSTRAINT "experiment_evaluation_written_by_user_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_log" ADD CONSTRAINT "experiment_log_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_log" ADD CONSTRAINT "experiment_log_written_by_user_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_milestone" ADD CONSTRAINT "experiment_milestone_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_comment" ADD CONSTRAINT "experiment_comment_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_comment" ADD CONSTRAINT "experiment_comment_written_by_user_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_indicator_value" ADD CONSTRAINT "experiment_indicator_value_indicator_id_experiment_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."experiment_indicator"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_indicator_value" ADD CONSTRAINT "experiment_indicator_value_written_by_user_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_indicator" ADD CONSTRAINT "experiment_indicator_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_link" ADD CONSTRAINT "experiment_link_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_link" ADD CONSTRAINT "experiment_link_added_by_user_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_partner" ADD CONSTRAINT "experiment_partner_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experiment_difficulty_of" ON "experiment_difficulty" USING btree ("experiment_id");--> statement-breakpoint
CREATE INDEX "experiment_effort_of" ON "experiment_effort" USING btree ("experiment_id","month");--> statement-breakpoint
CREATE INDEX "experiment_milestone_of" ON "experiment_milestone" USING btree ("experiment_id");--> statement-breakpoint
CREATE INDEX "experiment_comment_of" ON "experiment_comment" USING btree ("experiment_id","subject");--> statement-breakpoint
CREATE INDEX "experiment_indicator_value_of" ON "experiment_indicator_value" USING btree ("indicator_id","on_day");--> statement-breakpoint
CREATE INDEX "experiment_indicator_of" ON "experiment_indicator" USING btree ("experiment_id");--> statement-breakpoint
CREATE INDEX "experiment_partner_of" ON "experiment_partner" USING btree ("experiment_id");--> statement-breakpoint
ALTER TABLE "experiment_team" ADD CONSTRAINT "experiment_team_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experiment_team_user" ON "experiment_team" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "experiment_created" ON "experiment" USING btree ("created_at","id");
CREATE TABLE "announced_decision" (
	"application_id" text NOT NULL,
	"rank" integer NOT NULL,
	"announcement_id" text NOT NULL,
	"outcome" text NOT NULL,
	"waiting_rank" integer,
	"motivation" text NOT NULL,
	"announced_at" timestamp with time zone NOT NULL,
	CONSTRAINT "announced_decision_application_id_rank_pk" PRIMARY KEY("application_id","rank")
);
--> statement-breakpoint
CREATE TABLE "announcement" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"announced_at" timestamp with time zone NOT NULL,
	"announced_by" text
);
--> statement-breakpoint
CREATE TABLE "assessment_giving" (
	"assessment_id" text NOT NULL,
	"rank" integer NOT NULL,
	"marks" jsonb NOT NULL,
	"submission_rank" integer NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assessment_giving_assessment_id_rank_pk" PRIMARY KEY("assessment_id","rank")
);
--> statement-breakpoint
CREATE TABLE "assessment_message" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"author_id" text,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"user_id" text NOT NULL,
	"draft" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"private_notes" text DEFAULT '' NOT NULL,
	"draft_saved_at" timestamp with time zone,
	"assigned_by" text,
	"assigned_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" text,
	CONSTRAINT "assessment_once" UNIQUE("application_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "committee_decision" (
	"application_id" text NOT NULL,
	"rank" integer NOT NULL,
	"call_id" text NOT NULL,
	"outcome" text,
	"waiting_rank" integer,
	"motivation" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "committee_decision_application_id_rank_pk" PRIMARY KEY("application_id","rank")
);
--> statement-breakpoint
CREATE TABLE "committee" (
	"call_id" text PRIMARY KEY NOT NULL,
	"assess_until" date,
	"held_on" date,
	"attendees" text DEFAULT '' NOT NULL,
	"remarks" text DEFAULT '' NOT NULL,
	"embargo_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "expert_opinion" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"user_id" text NOT NULL,
	"question" text NOT NULL,
	"asked_by" text,
	"asked_at" timestamp with time zone NOT NULL,
	"opinion" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "expert_opinion_once" UNIQUE("application_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "assessment_recusal" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"user_id" text NOT NULL,
	"reason" text NOT NULL,
	"declared_by" text,
	"declared_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_by" text
);
--> statement-breakpoint
ALTER TABLE "announced_decision" ADD CONSTRAINT "announced_decision_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announced_decision" ADD CONSTRAINT "announced_decision_announcement_id_announcement_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_announced_by_user_id_fk" FOREIGN KEY ("announced_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_giving" ADD CONSTRAINT "assessment_giving_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_message" ADD CONSTRAINT "assessment_message_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_message" ADD CONSTRAINT "assessment_message_author_id_user_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_assigned_by_user_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_removed_by_user_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_decision" ADD CONSTRAINT "committee_decision_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_decision" ADD CONSTRAINT "committee_decision_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_decision" ADD CONSTRAINT "committee_decision_decided_by_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee" ADD CONSTRAINT "committee_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_opinion" ADD CONSTRAINT "expert_opinion_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_opinion" ADD CONSTRAINT "expert_opinion_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_opinion" ADD CONSTRAINT "expert_opinion_asked_by_user_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_recusal" ADD CONSTRAINT "assessment_recusal_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_recusal" ADD CONSTRAINT "assessment_recusal_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_recusal" ADD CONSTRAINT "assessment_recusal_declared_by_user_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_recusal" ADD CONSTRAINT "assessment_recusal_lifted_by_user_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announced_decision_announcement" ON "announced_decision" USING btree ("announcement_id");--> statement-breakpoint
CREATE INDEX "announcement_call" ON "announcement" USING btree ("call_id","announced_at");--> statement-breakpoint
CREATE INDEX "assessment_message_application" ON "assessment_message" USING btree ("application_id","at");--> statement-breakpoint
CREATE INDEX "assessment_user" ON "assessment" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "committee_decision_call" ON "committee_decision" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "expert_opinion_user" ON "expert_opinion" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "assessment_recusal_application" ON "assessment_recusal" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "assessment_recusal_user" ON "assessment_recusal" USING btree ("user_id");
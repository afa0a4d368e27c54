CREATE TABLE "meeting_attendance" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"user_id" text,
	"guest_name" text DEFAULT '' NOT NULL,
	"guest_organisation" text DEFAULT '' NOT NULL,
	"organisation_id" text,
	"presence" text NOT NULL,
	"mode" text NOT NULL,
	"arrived_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	CONSTRAINT "meeting_attendance_one" UNIQUE("meeting_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_ballot" (
	"vote_id" text NOT NULL,
	"voter" text NOT NULL,
	"voter_name" text NOT NULL,
	"choice" text,
	"cast_by" text,
	"cast_at" timestamp with time zone NOT NULL,
	CONSTRAINT "meeting_ballot_vote_id_voter_pk" PRIMARY KEY("vote_id","voter")
);
--> statement-breakpoint
CREATE TABLE "meeting_hand" (
	"meeting_id" text NOT NULL,
	"user_id" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"floor_at" timestamp with time zone,
	CONSTRAINT "meeting_hand_meeting_id_user_id_pk" PRIMARY KEY("meeting_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_proxy" (
	"meeting_id" text NOT NULL,
	"giver" text NOT NULL,
	"holder" text NOT NULL,
	"given_by" text,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "meeting_proxy_meeting_id_giver_pk" PRIMARY KEY("meeting_id","giver")
);
--> statement-breakpoint
CREATE TABLE "meeting_run" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"current_item_id" text,
	"item_started_at" timestamp with time zone,
	"spent" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"added" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_vote" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"question" text NOT NULL,
	"choices" jsonb NOT NULL,
	"by" text NOT NULL,
	"is_secret" boolean NOT NULL,
	"quorum" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" text,
	"closed_at" timestamp with time zone,
	"result" jsonb
);
--> statement-breakpoint
CREATE TABLE "minutes" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"sheet_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"submitted_by" text,
	"seq" integer,
	"exact_text" text,
	"sha256" text,
	"approved_at" timestamp with time zone,
	"approved_by" text,
	"approved_in" text,
	CONSTRAINT "minutes_document_id_unique" UNIQUE("document_id")
);
--> statement-breakpoint
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_ballot" ADD CONSTRAINT "meeting_ballot_vote_id_meeting_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."meeting_vote"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_ballot" ADD CONSTRAINT "meeting_ballot_cast_by_user_id_fk" FOREIGN KEY ("cast_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_hand" ADD CONSTRAINT "meeting_hand_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_hand" ADD CONSTRAINT "meeting_hand_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_proxy" ADD CONSTRAINT "meeting_proxy_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_proxy" ADD CONSTRAINT "meeting_proxy_given_by_user_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_run" ADD CONSTRAINT "meeting_run_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_vote" ADD CONSTRAINT "meeting_vote_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_vote" ADD CONSTRAINT "meeting_vote_opened_by_user_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_submitted_by_user_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_approved_by_user_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_approved_in_meeting_id_fk" FOREIGN KEY ("approved_in") REFERENCES "public"."meeting"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_vote_meeting" ON "meeting_vote" USING btree ("meeting_id","opened_at");
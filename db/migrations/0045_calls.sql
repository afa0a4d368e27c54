CREATE TABLE "call_derogation" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"is_granted" boolean NOT NULL,
	"reason" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_event" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"kind" text NOT NULL,
	"before" text DEFAULT '' NOT NULL,
	"after" text DEFAULT '' NOT NULL,
	"done_by" text,
	"done_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_extension" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"from_closes_at" timestamp with time zone NOT NULL,
	"to_closes_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"extended_by" text,
	"extended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_form_draft" (
	"call_id" text NOT NULL,
	"rank" integer NOT NULL,
	"form" jsonb NOT NULL,
	"changed_by" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "call_form_draft_call_id_rank_pk" PRIMARY KEY("call_id","rank")
);
--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "criteria" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "call_derogation" ADD CONSTRAINT "call_derogation_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_derogation" ADD CONSTRAINT "call_derogation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_derogation" ADD CONSTRAINT "call_derogation_decided_by_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_event" ADD CONSTRAINT "call_event_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_event" ADD CONSTRAINT "call_event_done_by_user_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_extension" ADD CONSTRAINT "call_extension_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_extension" ADD CONSTRAINT "call_extension_extended_by_user_id_fk" FOREIGN KEY ("extended_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_form_draft" ADD CONSTRAINT "call_form_draft_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_form_draft" ADD CONSTRAINT "call_form_draft_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_derogation_call" ON "call_derogation" USING btree ("call_id","organisation_id","decided_at");--> statement-breakpoint
CREATE INDEX "call_event_call" ON "call_event" USING btree ("call_id","done_at");--> statement-breakpoint
CREATE INDEX "call_extension_call" ON "call_extension" USING btree ("call_id","extended_at");--> statement-breakpoint
CREATE INDEX "call_season" ON "call" USING btree ("season_id");
CREATE TABLE "action" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"document_id" text NOT NULL,
	"text" text NOT NULL,
	"rank" integer NOT NULL,
	"is_in_text" boolean NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"board_id" text,
	"card_id" text,
	"card_text" text,
	"is_done" boolean DEFAULT false NOT NULL,
	"due" date,
	"assignee_ids" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision_change" (
	"id" text PRIMARY KEY NOT NULL,
	"decision_id" text NOT NULL,
	"kind" text NOT NULL,
	"target_id" text,
	"target_key" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_change_once" UNIQUE NULLS NOT DISTINCT("decision_id","target_id","target_key")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"document_id" text NOT NULL,
	"text" text NOT NULL,
	"rank" integer NOT NULL,
	"is_in_text" boolean NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"decided_on" date,
	"year" integer,
	"number" integer,
	"created_by" text NOT NULL,
	CONSTRAINT "decision_number" UNIQUE("group_id","year","number")
);
--> statement-breakpoint
CREATE TABLE "group_action_board" (
	"group_id" text PRIMARY KEY NOT NULL,
	"board_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "action" ADD CONSTRAINT "action_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action" ADD CONSTRAINT "action_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action" ADD CONSTRAINT "action_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_change" ADD CONSTRAINT "decision_change_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_change" ADD CONSTRAINT "decision_change_target_id_decision_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."decision"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_change" ADD CONSTRAINT "decision_change_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_action_board" ADD CONSTRAINT "group_action_board_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_action_board" ADD CONSTRAINT "group_action_board_board_id_board_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."board"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_document" ON "action" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "action_group" ON "action" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "action_board" ON "action" USING btree ("board_id");--> statement-breakpoint
CREATE INDEX "decision_change_target" ON "decision_change" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "decision_document" ON "decision" USING btree ("document_id");
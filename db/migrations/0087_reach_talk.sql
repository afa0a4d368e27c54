CREATE TABLE "date_poll_answer" (
	"id" text PRIMARY KEY NOT NULL,
	"slot_id" text NOT NULL,
	"user_id" text NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "date_poll_answer_known" CHECK ("date_poll_answer"."answer" in ('yes', 'ifNeeded', 'no'))
);
--> statement-breakpoint
CREATE TABLE "date_poll_letter" (
	"poll_id" text NOT NULL,
	"user_id" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "date_poll_letter_poll_id_user_id_pk" PRIMARY KEY("poll_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "date_poll_slot" (
	"id" text PRIMARY KEY NOT NULL,
	"poll_id" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"chosen_at" timestamp with time zone,
	CONSTRAINT "date_poll_slot_once" UNIQUE("poll_id","starts_at","ends_at"),
	CONSTRAINT "date_poll_slot_order" CHECK ("date_poll_slot"."ends_at" > "date_poll_slot"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "date_poll" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"title" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"closes_on" date NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"meeting_id" text,
	CONSTRAINT "date_poll_meeting" UNIQUE("meeting_id")
);
--> statement-breakpoint
CREATE TABLE "topic_mention" (
	"post_id" text NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "topic_mention_post_id_user_id_pk" PRIMARY KEY("post_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "topic_post" (
	"id" text PRIMARY KEY NOT NULL,
	"topic_id" text NOT NULL,
	"author_id" text,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"deleted_by" text,
	CONSTRAINT "topic_post_said" CHECK ("topic_post"."body" <> '')
);
--> statement-breakpoint
CREATE TABLE "topic" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"document_id" text,
	"title" text NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text
);
--> statement-breakpoint
ALTER TABLE "date_poll_answer" ADD CONSTRAINT "date_poll_answer_slot_id_date_poll_slot_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."date_poll_slot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_answer" ADD CONSTRAINT "date_poll_answer_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_letter" ADD CONSTRAINT "date_poll_letter_poll_id_date_poll_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."date_poll"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_letter" ADD CONSTRAINT "date_poll_letter_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_slot" ADD CONSTRAINT "date_poll_slot_poll_id_date_poll_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."date_poll"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll" ADD CONSTRAINT "date_poll_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll" ADD CONSTRAINT "date_poll_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll" ADD CONSTRAINT "date_poll_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_mention" ADD CONSTRAINT "topic_mention_post_id_topic_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."topic_post"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_mention" ADD CONSTRAINT "topic_mention_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_post" ADD CONSTRAINT "topic_post_topic_id_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topic"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_post" ADD CONSTRAINT "topic_post_author_id_user_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_post" ADD CONSTRAINT "topic_post_deleted_by_user_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic" ADD CONSTRAINT "topic_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic" ADD CONSTRAINT "topic_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic" ADD CONSTRAINT "topic_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic" ADD CONSTRAINT "topic_closed_by_user_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "date_poll_answer_last" ON "date_poll_answer" USING btree ("slot_id","user_id") WHERE "date_poll_answer"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "date_poll_answer_user" ON "date_poll_answer" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "date_poll_letter_user" ON "date_poll_letter" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "date_poll_slot_chosen" ON "date_poll_slot" USING btree ("poll_id") WHERE "date_poll_slot"."chosen_at" is not null;--> statement-breakpoint
CREATE INDEX "date_poll_group" ON "date_poll" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "topic_mention_user" ON "topic_mention" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "topic_post_topic" ON "topic_post" USING btree ("topic_id","created_at");--> statement-breakpoint
CREATE INDEX "topic_post_author" ON "topic_post" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "topic_group" ON "topic" USING btree ("group_id","updated_at");--> statement-breakpoint
CREATE INDEX "topic_document" ON "topic" USING btree ("document_id","updated_at");--> statement-breakpoint
CREATE VIEW search_source_topic AS
  SELECT t.id AS object_id, t.group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, t.created_by AS author_id, '{}'::text[] AS organisation_ids, t.title, ''::text AS labels,
    coalesce((SELECT string_agg(p.body, E'\n' ORDER BY p.created_at, p.id) FROM topic_post p
      WHERE p.topic_id = t.id AND p.deleted_at IS NULL), '') AS body,
    t.updated_at
  FROM topic t;
--> statement-breakpoint
SELECT search_watch('topic', 'topic', 'SELECT id FROM changed');
--> statement-breakpoint
SELECT search_watch('topic_post', 'topic', 'SELECT topic_id FROM changed');

CREATE TABLE "bulletin" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"told_to" text NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"changed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "bulletin_told_to" CHECK ("bulletin"."told_to" in ('programme', 'public')),
	CONSTRAINT "bulletin_changed" CHECK ("bulletin"."changed_at" is null or "bulletin"."published_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "event_document" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"title" text NOT NULL,
	"url" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "event_document_secure" CHECK ("event_document"."url" like 'https://%')
);
--> statement-breakpoint
CREATE TABLE "event_registration" (
	"event_id" text NOT NULL,
	"user_id" text NOT NULL,
	"state" text NOT NULL,
	"rank" bigserial NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"reminded_of" timestamp with time zone,
	CONSTRAINT "event_registration_event_id_user_id_pk" PRIMARY KEY("event_id","user_id"),
	CONSTRAINT "event_registration_state" CHECK ("event_registration"."state" in ('registered', 'waiting'))
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"link" text NOT NULL,
	"capacity" integer,
	"told_to" text NOT NULL,
	"replay" text DEFAULT '' NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "event_span" CHECK ("event"."ends_at" > "event"."starts_at"),
	CONSTRAINT "event_told_to" CHECK ("event"."told_to" in ('programme', 'public')),
	CONSTRAINT "event_capacity" CHECK ("event"."capacity" > 0),
	CONSTRAINT "event_where" CHECK ("event"."place" <> '' or "event"."link" <> ''),
	CONSTRAINT "event_secure" CHECK (("event"."link" = '' or "event"."link" like 'https://%') and ("event"."replay" = '' or "event"."replay" like 'https://%'))
);
--> statement-breakpoint
CREATE TABLE "newsletter_mail" (
	"newsletter_id" text NOT NULL,
	"user_id" text NOT NULL,
	"state" text NOT NULL,
	"queued_at" timestamp with time zone,
	"refusal" text,
	CONSTRAINT "newsletter_mail_newsletter_id_user_id_pk" PRIMARY KEY("newsletter_id","user_id"),
	CONSTRAINT "newsletter_mail_state" CHECK ("newsletter_mail"."state" in ('waiting', 'left', 'kept', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "newsletter" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"introduction" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"told_to" text NOT NULL,
	"items" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "newsletter_told_to" CHECK ("newsletter"."told_to" in ('programme', 'public')),
	CONSTRAINT "newsletter_period" CHECK ("newsletter"."to_day" >= "newsletter"."from_day")
);
--> statement-breakpoint
ALTER TABLE "notification_setting" ADD COLUMN "newsletter" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_document" ADD CONSTRAINT "event_document_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_registration" ADD CONSTRAINT "event_registration_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_registration" ADD CONSTRAINT "event_registration_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newsletter_mail" ADD CONSTRAINT "newsletter_mail_newsletter_id_newsletter_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "public"."newsletter"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newsletter_mail" ADD CONSTRAINT "newsletter_mail_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newsletter" ADD CONSTRAINT "newsletter_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulletin_published" ON "bulletin" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "event_document_event" ON "event_document" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "event_registration_user" ON "event_registration" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "event_starts" ON "event" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "newsletter_mail_user" ON "newsletter_mail" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "newsletter_sent" ON "newsletter" USING btree ("sent_at");
--> statement-breakpoint
CREATE VIEW search_source_bulletin AS
  SELECT b.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, b.created_by AS author_id, '{}'::text[] AS organisation_ids, b.title, ''::text AS labels, b.text AS body,
    b.updated_at
  FROM bulletin b WHERE b.withdrawn_at IS NULL;
--> statement-breakpoint
SELECT search_watch('bulletin', 'bulletin', 'SELECT id FROM changed');
--> statement-breakpoint
CREATE VIEW search_source_event AS
  SELECT e.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, e.created_by AS author_id, '{}'::text[] AS organisation_ids, e.title, e.place AS labels, e.description AS body,
    e.updated_at
  FROM event e;
--> statement-breakpoint
SELECT search_watch('event', 'event', 'SELECT id FROM changed');
--> statement-breakpoint
CREATE VIEW search_source_newsletter AS
  SELECT n.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    NULL::text AS parent_id, n.created_by AS author_id, '{}'::text[] AS organisation_ids, n.title, ''::text AS labels,
    n.introduction AS body, n.updated_at
  FROM newsletter n;
--> statement-breakpoint
SELECT search_watch('newsletter', 'newsletter', 'SELECT id FROM changed');

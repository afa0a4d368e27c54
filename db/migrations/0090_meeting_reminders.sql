CREATE TABLE "meeting_reminder_sent" (
	"meeting_id" text NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"user_id" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "meeting_reminder_sent_meeting_id_kind_starts_at_user_id_pk" PRIMARY KEY("meeting_id","kind","starts_at","user_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_reminder" (
	"meeting_id" text NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"leaves_at" timestamp with time zone,
	CONSTRAINT "meeting_reminder_meeting_id_kind_pk" PRIMARY KEY("meeting_id","kind")
);
--> statement-breakpoint
ALTER TABLE "meeting_reminder_sent" ADD CONSTRAINT "meeting_reminder_sent_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_reminder_sent" ADD CONSTRAINT "meeting_reminder_sent_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_reminder" ADD CONSTRAINT "meeting_reminder_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_reminder_sent_user" ON "meeting_reminder_sent" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "meeting_reminder_leaves" ON "meeting_reminder" USING btree ("leaves_at");
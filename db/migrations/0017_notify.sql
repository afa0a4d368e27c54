CREATE TABLE "digest" (
	"user_id" text NOT NULL,
	"group_id" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "digest_user_id_group_id_pk" PRIMARY KEY("user_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "notification_setting" (
	"user_id" text PRIMARY KEY NOT NULL,
	"deliveries" jsonb NOT NULL,
	"digest" boolean NOT NULL,
	"quiet_from" integer NOT NULL,
	"quiet_to" integer NOT NULL,
	"quiet_weekends" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"reason" text NOT NULL,
	"delivery" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"mail_due_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "notification_once" UNIQUE("user_id","activity_id")
);
--> statement-breakpoint
CREATE TABLE "told_assignment" (
	"board_id" text NOT NULL,
	"card_id" text NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "told_assignment_board_id_card_id_user_id_pk" PRIMARY KEY("board_id","card_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "told_edit" (
	"document_id" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watch" (
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"level" text NOT NULL,
	CONSTRAINT "watch_user_id_kind_object_id_pk" PRIMARY KEY("user_id","kind","object_id")
);
--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "digest" ADD CONSTRAINT "digest_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest" ADD CONSTRAINT "digest_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_setting" ADD CONSTRAINT "notification_setting_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_assignment" ADD CONSTRAINT "told_assignment_board_id_board_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."board"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_edit" ADD CONSTRAINT "told_edit_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notification_user" ON "notification" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "notification_object" ON "notification" USING btree ("user_id","object_id");--> statement-breakpoint
CREATE INDEX "notification_to_mail" ON "notification" USING btree ("mail_due_at") WHERE "notification"."mail_due_at" is not null and "notification"."mailed_at" is null;--> statement-breakpoint
CREATE INDEX "watch_object" ON "watch" USING btree ("object_id");--> statement-breakpoint
CREATE INDEX "activity_to_tell" ON "activity" USING btree ("at") WHERE "activity"."told_at" is null;
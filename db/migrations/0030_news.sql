CREATE TABLE "reminder" (
	"group_id" text NOT NULL,
	"user_id" text NOT NULL,
	"cause" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"sent_by" text,
	CONSTRAINT "reminder_group_id_user_id_cause_pk" PRIMARY KEY("group_id","user_id","cause")
);
--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_sent_by_user_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;
CREATE TABLE "person_letter" (
	"id" text PRIMARY KEY NOT NULL,
	"sent_by" text NOT NULL,
	"recipient_hash" text NOT NULL,
	"is_of_organisation" boolean NOT NULL,
	"invitation_hash" text,
	"leaves_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "person_letter" ADD CONSTRAINT "person_letter_sent_by_user_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_letter_sender" ON "person_letter" USING btree ("sent_by","leaves_at");--> statement-breakpoint
CREATE INDEX "person_letter_leaving" ON "person_letter" USING btree ("leaves_at");--> statement-breakpoint
CREATE INDEX "person_letter_invitation" ON "person_letter" USING btree ("invitation_hash");
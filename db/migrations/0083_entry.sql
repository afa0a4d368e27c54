CREATE TABLE "entry_request" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"organisation_id" text,
	"organisation_name" text DEFAULT '' NOT NULL,
	"wish" text DEFAULT '' NOT NULL,
	"reason" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "entry_request_one" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "organisation_tie" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"made_account" boolean NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"refused_at" timestamp with time zone,
	CONSTRAINT "organisation_tie_one" UNIQUE("user_id")
);
--> statement-breakpoint
ALTER TABLE "application" ADD COLUMN "claimed_by" text;--> statement-breakpoint
ALTER TABLE "entry_request" ADD CONSTRAINT "entry_request_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_tie" ADD CONSTRAINT "organisation_tie_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_tie" ADD CONSTRAINT "organisation_tie_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_request_organisation" ON "entry_request" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "organisation_tie_organisation" ON "organisation_tie" USING btree ("organisation_id");--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_claimed_by_user_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;

CREATE TABLE "closed_needs_choice" (
	"rank" integer PRIMARY KEY NOT NULL,
	"is_included" boolean NOT NULL,
	"chosen_by" text,
	"chosen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_page_version" (
	"page" text NOT NULL,
	"rank" integer NOT NULL,
	"text" text NOT NULL,
	"changed_by" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "site_page_version_page_rank_pk" PRIMARY KEY("page","rank")
);
--> statement-breakpoint
ALTER TABLE "closed_needs_choice" ADD CONSTRAINT "closed_needs_choice_chosen_by_user_id_fk" FOREIGN KEY ("chosen_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_page_version" ADD CONSTRAINT "site_page_version_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;
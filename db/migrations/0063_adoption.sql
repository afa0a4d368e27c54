CREATE TABLE "adoption_step" (
	"adoption_id" text NOT NULL,
	"rank" integer NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text NOT NULL,
	"changed_by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "adoption_step_adoption_id_rank_pk" PRIMARY KEY("adoption_id","rank")
);
--> statement-breakpoint
CREATE TABLE "adoption" (
	"id" text PRIMARY KEY NOT NULL,
	"sheet_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"answers" jsonb NOT NULL,
	"note" text NOT NULL,
	"department_code" text collate "C",
	"needs" jsonb NOT NULL,
	"sheet_published_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL,
	"interest" text,
	"board_id" text,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_by" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "adoption_of_sheet" UNIQUE("sheet_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "adoption_step" ADD CONSTRAINT "adoption_step_adoption_id_adoption_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoption"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_step" ADD CONSTRAINT "adoption_step_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_sheet_id_use_case_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."use_case_sheet"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_board_id_board_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."board"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_updated_by_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adoption_organisation" ON "adoption" USING btree ("organisation_id");
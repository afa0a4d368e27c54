CREATE TABLE "use_case_sheet_experiment" (
	"sheet_id" text NOT NULL,
	"experiment_id" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "use_case_sheet_experiment_experiment_id_unique" UNIQUE("experiment_id")
);
--> statement-breakpoint
CREATE TABLE "use_case_sheet_publication" (
	"sheet_id" text PRIMARY KEY NOT NULL,
	"hook" text NOT NULL,
	"facts" jsonb NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "use_case_sheet_step" (
	"sheet_id" text NOT NULL,
	"rank" integer NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text NOT NULL,
	"changed_by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "use_case_sheet_step_sheet_id_rank_pk" PRIMARY KEY("sheet_id","rank")
);
--> statement-breakpoint
CREATE TABLE "use_case_sheet" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"hook" text DEFAULT '' NOT NULL,
	"service_kind" text,
	"uses" text[] NOT NULL,
	"size_class" text,
	"state" text NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "use_case_sheet_document_id_unique" UNIQUE("document_id")
);
--> statement-breakpoint
ALTER TABLE "use_case_sheet_experiment" ADD CONSTRAINT "use_case_sheet_experiment_sheet_id_use_case_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."use_case_sheet"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "use_case_sheet_experiment" ADD CONSTRAINT "use_case_sheet_experiment_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "use_case_sheet_publication" ADD CONSTRAINT "use_case_sheet_publication_sheet_id_use_case_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."use_case_sheet"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "use_case_sheet_step" ADD CONSTRAINT "use_case_sheet_step_sheet_id_use_case_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."use_case_sheet"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "use_case_sheet_step" ADD CONSTRAINT "use_case_sheet_step_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "use_case_sheet" ADD CONSTRAINT "use_case_sheet_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "use_case_sheet" ADD CONSTRAINT "use_case_sheet_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "use_case_sheet_experiment_of" ON "use_case_sheet_experiment" USING btree ("sheet_id");
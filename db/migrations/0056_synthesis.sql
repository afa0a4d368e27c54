CREATE TABLE "synthesis" (
	"id" text PRIMARY KEY NOT NULL,
	"season_id" text NOT NULL,
	"group_id" text NOT NULL,
	"title" text NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "synthesis_season_id_unique" UNIQUE("season_id")
);
--> statement-breakpoint
CREATE TABLE "synthesis_chapter_city" (
	"chapter_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	CONSTRAINT "synthesis_chapter_city_chapter_id_organisation_id_pk" PRIMARY KEY("chapter_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "synthesis_chapter_step" (
	"chapter_id" text NOT NULL,
	"rank" integer NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text NOT NULL,
	"seq" bigint NOT NULL,
	"changed_by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "synthesis_chapter_step_chapter_id_rank_pk" PRIMARY KEY("chapter_id","rank")
);
--> statement-breakpoint
CREATE TABLE "synthesis_chapter" (
	"id" text PRIMARY KEY NOT NULL,
	"synthesis_id" text NOT NULL,
	"document_id" text NOT NULL,
	"position" integer NOT NULL,
	"owner_id" text,
	"due_on" date,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "synthesis_chapter_document_id_unique" UNIQUE("document_id")
);
--> statement-breakpoint
CREATE TABLE "synthesis_deadline" (
	"synthesis_id" text NOT NULL,
	"rank" integer NOT NULL,
	"due_on" date NOT NULL,
	"set_by" text,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "synthesis_deadline_synthesis_id_rank_pk" PRIMARY KEY("synthesis_id","rank")
);
--> statement-breakpoint
ALTER TABLE "synthesis" ADD CONSTRAINT "synthesis_season_id_season_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."season"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis" ADD CONSTRAINT "synthesis_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis" ADD CONSTRAINT "synthesis_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_chapter_city" ADD CONSTRAINT "synthesis_chapter_city_chapter_id_synthesis_chapter_id_fk" FOREIGN KEY ("chapter_id") REFERENCES "public"."synthesis_chapter"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_chapter_city" ADD CONSTRAINT "synthesis_chapter_city_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_chapter_step" ADD CONSTRAINT "synthesis_chapter_step_chapter_id_synthesis_chapter_id_fk" FOREIGN KEY ("chapter_id") REFERENCES "public"."synthesis_chapter"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_chapter_step" ADD CONSTRAINT "synthesis_chapter_step_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_chapter" ADD CONSTRAINT "synthesis_chapter_synthesis_id_synthesis_id_fk" FOREIGN KEY ("synthesis_id") REFERENCES "public"."synthesis"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_chapter" ADD CONSTRAINT "synthesis_chapter_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_chapter" ADD CONSTRAINT "synthesis_chapter_owner_id_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_deadline" ADD CONSTRAINT "synthesis_deadline_synthesis_id_synthesis_id_fk" FOREIGN KEY ("synthesis_id") REFERENCES "public"."synthesis"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_deadline" ADD CONSTRAINT "synthesis_deadline_set_by_user_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "synthesis_chapter_of" ON "synthesis_chapter" USING btree ("synthesis_id");--> statement-breakpoint
CREATE INDEX "synthesis_chapter_owner" ON "synthesis_chapter" USING btree ("owner_id");
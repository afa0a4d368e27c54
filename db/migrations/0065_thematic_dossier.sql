CREATE TABLE "thematic_dossier_item" (
	"dossier_id" text NOT NULL,
	"document_id" text NOT NULL,
	"position" integer NOT NULL,
	"line" text NOT NULL,
	CONSTRAINT "thematic_dossier_item_dossier_id_document_id_pk" PRIMARY KEY("dossier_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "thematic_dossier_step" (
	"dossier_id" text NOT NULL,
	"rank" integer NOT NULL,
	"is_published" boolean NOT NULL,
	"title" text NOT NULL,
	"changed_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "thematic_dossier_step_dossier_id_rank_pk" PRIMARY KEY("dossier_id","rank")
);
--> statement-breakpoint
CREATE TABLE "thematic_dossier" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"theme_id" text NOT NULL,
	"introduction" text NOT NULL,
	"revision" integer NOT NULL,
	"address" text,
	"published" jsonb,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_by" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "thematic_dossier_address_unique" UNIQUE("address")
);
--> statement-breakpoint
ALTER TABLE "thematic_dossier_item" ADD CONSTRAINT "thematic_dossier_item_dossier_id_thematic_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."thematic_dossier"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thematic_dossier_item" ADD CONSTRAINT "thematic_dossier_item_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thematic_dossier_step" ADD CONSTRAINT "thematic_dossier_step_dossier_id_thematic_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."thematic_dossier"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thematic_dossier" ADD CONSTRAINT "thematic_dossier_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thematic_dossier" ADD CONSTRAINT "thematic_dossier_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thematic_dossier" ADD CONSTRAINT "thematic_dossier_updated_by_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
-- A publication or a withdrawal that was noted is never changed: another line says what came after.
CREATE TRIGGER "thematic_dossier_step_fixed" BEFORE UPDATE OR TRUNCATE ON "thematic_dossier_step" FOR EACH STATEMENT EXECUTE FUNCTION "review_refuse"();

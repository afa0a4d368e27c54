CREATE TABLE "published_interview_consent" (
	"document_id" text NOT NULL,
	"rank" integer NOT NULL,
	"is_given" boolean NOT NULL,
	"given_by" text NOT NULL,
	"given_on" date NOT NULL,
	"means" text NOT NULL,
	"covers_images" boolean NOT NULL,
	"sha256" text NOT NULL,
	"presented" jsonb NOT NULL,
	"noted_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "published_interview_consent_document_id_rank_pk" PRIMARY KEY("document_id","rank")
);
--> statement-breakpoint
CREATE TABLE "published_interview" (
	"document_id" text PRIMARY KEY NOT NULL,
	"person_name" text NOT NULL,
	"person_role" text NOT NULL,
	"organisation" text NOT NULL,
	"hook" text NOT NULL,
	"published" jsonb
);
--> statement-breakpoint
ALTER TABLE "published_interview_consent" ADD CONSTRAINT "published_interview_consent_document_id_published_interview_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."published_interview"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_interview" ADD CONSTRAINT "published_interview_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- What was noted of a consent is never changed: another line says what came after.
CREATE TRIGGER "published_interview_consent_fixed" BEFORE UPDATE OR TRUNCATE ON "published_interview_consent" FOR EACH STATEMENT EXECUTE FUNCTION "review_refuse"();

CREATE TABLE "exact_text" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"title" text NOT NULL,
	"seq" bigint NOT NULL,
	"exact_text" text NOT NULL,
	"sha256" text NOT NULL,
	"writers" jsonb NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exact_text_once" UNIQUE("document_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "review_answer" (
	"round_id" text NOT NULL,
	"number" integer NOT NULL,
	"organisation_id" text NOT NULL,
	"answer" text NOT NULL,
	"reason" text NOT NULL,
	"sha256" text NOT NULL,
	"answered_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_answer_round_id_number_pk" PRIMARY KEY("round_id","number")
);
--> statement-breakpoint
CREATE TABLE "review_organisation" (
	"round_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "review_organisation_round_id_organisation_id_pk" PRIMARY KEY("round_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "review_round" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"exact_text_id" text NOT NULL,
	"number" integer NOT NULL,
	"questions" jsonb NOT NULL,
	"deadline" timestamp with time zone NOT NULL,
	"quorum" integer NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"ending" text,
	"outcome" text,
	"withdrawn_for" text,
	CONSTRAINT "review_round_number" UNIQUE("document_id","number")
);
--> statement-breakpoint
CREATE TABLE "signed_file" (
	"sha256" text NOT NULL,
	"round_id" text NOT NULL,
	"format" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signed_file_round_id_sha256_pk" PRIMARY KEY("round_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "review_answer" ADD CONSTRAINT "review_answer_round_id_review_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."review_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_organisation" ADD CONSTRAINT "review_organisation_round_id_review_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."review_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_exact_text_id_exact_text_id_fk" FOREIGN KEY ("exact_text_id") REFERENCES "public"."exact_text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_file" ADD CONSTRAINT "signed_file_round_id_review_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."review_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exact_text_hash" ON "exact_text" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "review_organisation_organisation" ON "review_organisation" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "review_round_text" ON "review_round" USING btree ("exact_text_id");--> statement-breakpoint
CREATE INDEX "review_round_deadline" ON "review_round" USING btree ("closed_at","deadline");--> statement-breakpoint
CREATE INDEX "signed_file_hash" ON "signed_file" USING btree ("sha256");
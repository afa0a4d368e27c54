CREATE TABLE "synthesis_publication" (
	"synthesis_id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"approvals" jsonb NOT NULL,
	CONSTRAINT "synthesis_publication_document_id_unique" UNIQUE("document_id")
);
--> statement-breakpoint
ALTER TABLE "synthesis_publication" ADD CONSTRAINT "synthesis_publication_synthesis_id_synthesis_id_fk" FOREIGN KEY ("synthesis_id") REFERENCES "public"."synthesis"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_publication" ADD CONSTRAINT "synthesis_publication_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;
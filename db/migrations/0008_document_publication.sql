CREATE TABLE "document_publication" (
	"document_id" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"title" text NOT NULL,
	"excerpt" text NOT NULL,
	"blocks" jsonb NOT NULL,
	"outline" jsonb NOT NULL,
	"writers" text[] NOT NULL,
	"file_ids" text[] NOT NULL,
	"seq" bigint NOT NULL,
	"is_indexed" boolean DEFAULT false NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" text,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "document_publication_address_unique" UNIQUE("address")
);
--> statement-breakpoint
ALTER TABLE "document_publication" ADD CONSTRAINT "document_publication_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_publication" ADD CONSTRAINT "document_publication_published_by_user_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;
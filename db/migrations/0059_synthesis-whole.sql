CREATE TABLE "synthesis_assembly" (
	"synthesis_id" text NOT NULL,
	"number" integer NOT NULL,
	"chapters" jsonb NOT NULL,
	"assembled_by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "synthesis_assembly_synthesis_id_number_pk" PRIMARY KEY("synthesis_id","number")
);
--> statement-breakpoint
ALTER TABLE "synthesis" ADD COLUMN "document_id" text;--> statement-breakpoint
ALTER TABLE "synthesis_assembly" ADD CONSTRAINT "synthesis_assembly_synthesis_id_synthesis_id_fk" FOREIGN KEY ("synthesis_id") REFERENCES "public"."synthesis"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_assembly" ADD CONSTRAINT "synthesis_assembly_assembled_by_user_id_fk" FOREIGN KEY ("assembled_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis" ADD CONSTRAINT "synthesis_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis" ADD CONSTRAINT "synthesis_document_id_unique" UNIQUE("document_id");
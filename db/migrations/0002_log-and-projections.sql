CREATE TABLE "card" (
	"board_id" text NOT NULL,
	"card_id" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"column_id" text NOT NULL,
	"column_name" text NOT NULL,
	"order" text collate "C" NOT NULL,
	"is_done" boolean NOT NULL,
	"is_archived" boolean NOT NULL,
	"due" date,
	"organisation_id" text,
	"assignee_ids" text[] NOT NULL,
	"labels" text[] NOT NULL,
	CONSTRAINT "card_board_id_card_id_pk" PRIMARY KEY("board_id","card_id")
);
--> statement-breakpoint
CREATE TABLE "document_text" (
	"document_id" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"excerpt" text NOT NULL,
	"outline" jsonb NOT NULL,
	"words" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "doc_projection" (
	"room" text collate "C" PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "doc_room" ADD COLUMN "packed_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "doc_room" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "doc_update" ADD COLUMN "span" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "doc_update" ADD COLUMN "first_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "doc_update" ADD COLUMN "writers" text[];--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_board_id_board_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."board"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_text" ADD CONSTRAINT "document_text_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;
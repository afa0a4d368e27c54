CREATE TABLE "search_entry" (
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"group_id" text,
	"visibility" text NOT NULL,
	"document_id" text,
	"board_id" text,
	"parent_id" text,
	"author_id" text,
	"organisation_ids" text[] NOT NULL,
	"title" text NOT NULL,
	"labels" text NOT NULL,
	"body" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"title_words" "tsvector" NOT NULL,
	"words" "tsvector" NOT NULL,
	"is_learned" boolean DEFAULT false NOT NULL,
	CONSTRAINT "search_entry_kind_object_id_pk" PRIMARY KEY("kind","object_id")
);
--> statement-breakpoint
CREATE TABLE "search_word" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_entry_title_words" ON "search_entry" USING gin ("title_words");--> statement-breakpoint
CREATE INDEX "search_entry_words" ON "search_entry" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_entry_document" ON "search_entry" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "search_entry_unlearned" ON "search_entry" USING btree ("is_learned");--> statement-breakpoint
CREATE INDEX "search_word_trigrams" ON "search_word" USING gin ("word" gin_trgm_ops);
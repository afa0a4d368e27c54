ALTER TABLE "comment_thread" ALTER COLUMN "document_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "links" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "comment_thread" ADD COLUMN "board_id" text;--> statement-breakpoint
ALTER TABLE "comment_thread" ADD COLUMN "card_id" text;--> statement-breakpoint
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_board_id_board_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."board"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_links" ON "card" USING gin ("links");--> statement-breakpoint
CREATE INDEX "comment_thread_card" ON "comment_thread" USING btree ("board_id","card_id");--> statement-breakpoint
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_subject" CHECK (("comment_thread"."document_id" is null) = ("comment_thread"."board_id" is not null) and ("comment_thread"."board_id" is null) = ("comment_thread"."card_id" is null));
ALTER TABLE "comment_thread" ADD COLUMN "told_by" text;--> statement-breakpoint
ALTER TABLE "comment_thread" ADD COLUMN "told_from" text;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "told_by" text;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "told_from" text;
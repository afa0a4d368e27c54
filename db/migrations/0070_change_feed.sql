CREATE TABLE "change_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"generation" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "position" bigint;--> statement-breakpoint
CREATE UNIQUE INDEX "activity_position" ON "activity" USING btree ("position");--> statement-breakpoint
CREATE INDEX "activity_to_number" ON "activity" USING btree ("at","id") WHERE "activity"."position" is null;
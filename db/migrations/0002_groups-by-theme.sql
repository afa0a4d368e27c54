ALTER TABLE "working_group" DROP CONSTRAINT "working_group_season_id_season_id_fk";
--> statement-breakpoint
ALTER TABLE "working_group" DROP COLUMN "season_id";--> statement-breakpoint
ALTER TABLE "working_group" DROP COLUMN "order";
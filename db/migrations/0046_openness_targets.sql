CREATE TABLE "openness_target" (
	"id" text PRIMARY KEY NOT NULL,
	"season_id" text NOT NULL,
	"indicator" text NOT NULL,
	"percent" integer NOT NULL,
	"due_on" date NOT NULL,
	"set_by" text,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "openness_target" ADD CONSTRAINT "openness_target_season_id_season_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."season"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openness_target" ADD CONSTRAINT "openness_target_set_by_user_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "openness_target_season" ON "openness_target" USING btree ("season_id","indicator","set_at");
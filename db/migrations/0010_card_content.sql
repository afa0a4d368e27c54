CREATE TABLE "board_file" (
	"board_id" text NOT NULL,
	"file_id" text NOT NULL,
	CONSTRAINT "board_file_board_id_file_id_pk" PRIMARY KEY("board_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "start" date;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "organisation_ids" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "steps" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "board_file" ADD CONSTRAINT "board_file_board_id_board_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."board"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_file" ADD CONSTRAINT "board_file_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_file_file" ON "board_file" USING btree ("file_id");--> statement-breakpoint
ALTER TABLE "card" DROP COLUMN "organisation_id";
CREATE TABLE "doc_lineage" (
	"room" text collate "C" NOT NULL,
	"client_id" bigint NOT NULL,
	"clock" bigint NOT NULL,
	"length" integer NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "doc_lineage_room_client_id_clock_pk" PRIMARY KEY("room","client_id","clock")
);
--> statement-breakpoint
ALTER TABLE "doc_projection" ADD COLUMN "lineage_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "doc_lineage_user" ON "doc_lineage" USING btree ("user_id");
--> statement-breakpoint
-- Every text is read anew once: whose its letters are is read from its log.
TRUNCATE "doc_projection";

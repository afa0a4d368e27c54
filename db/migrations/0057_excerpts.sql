CREATE TABLE "excerpt_place" (
	"document_id" text NOT NULL,
	"excerpt_id" text NOT NULL,
	CONSTRAINT "excerpt_place_document_id_excerpt_id_pk" PRIMARY KEY("document_id","excerpt_id")
);
--> statement-breakpoint
CREATE TABLE "excerpt_state" (
	"excerpt_id" text NOT NULL,
	"sha" text NOT NULL,
	"words" text NOT NULL,
	"seq" bigint NOT NULL,
	"anchor" text,
	"colour" integer NOT NULL,
	"taken_by" text,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "excerpt_state_excerpt_id_sha_pk" PRIMARY KEY("excerpt_id","sha")
);
--> statement-breakpoint
CREATE TABLE "excerpt" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"source_id" text NOT NULL,
	"mode" text NOT NULL,
	"passage" jsonb NOT NULL,
	"latest_words" text,
	"kept_words" text,
	"seen_seq" bigint NOT NULL,
	"followed_by" text,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "excerpt_place" ADD CONSTRAINT "excerpt_place_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excerpt_place" ADD CONSTRAINT "excerpt_place_excerpt_id_excerpt_id_fk" FOREIGN KEY ("excerpt_id") REFERENCES "public"."excerpt"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excerpt_state" ADD CONSTRAINT "excerpt_state_excerpt_id_excerpt_id_fk" FOREIGN KEY ("excerpt_id") REFERENCES "public"."excerpt"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excerpt_state" ADD CONSTRAINT "excerpt_state_taken_by_user_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excerpt" ADD CONSTRAINT "excerpt_followed_by_user_id_fk" FOREIGN KEY ("followed_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excerpt" ADD CONSTRAINT "excerpt_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "excerpt_place_excerpt" ON "excerpt_place" USING btree ("excerpt_id");--> statement-breakpoint
CREATE INDEX "excerpt_source" ON "excerpt" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "excerpt_document" ON "excerpt" USING btree ("document_id");
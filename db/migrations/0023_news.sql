CREATE TABLE "card_event" (
	"board_id" text NOT NULL,
	"card_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"what" text NOT NULL,
	"subject" text NOT NULL,
	"writers" text[] NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "card_event_board_id_card_id_seq_what_subject_pk" PRIMARY KEY("board_id","card_id","seq","what","subject")
);
--> statement-breakpoint
CREATE TABLE "group_visit" (
	"group_id" text NOT NULL,
	"user_id" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"read_before" timestamp with time zone,
	CONSTRAINT "group_visit_group_id_user_id_pk" PRIMARY KEY("group_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "card_event" ADD CONSTRAINT "card_event_board_id_board_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."board"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_visit" ADD CONSTRAINT "group_visit_group_id_working_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_visit" ADD CONSTRAINT "group_visit_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_event_at" ON "card_event" USING btree ("board_id","at");--> statement-breakpoint
CREATE INDEX "group_visit_user" ON "group_visit" USING btree ("user_id");
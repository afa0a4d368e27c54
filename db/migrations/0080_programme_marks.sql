CREATE TABLE "programme_mark" (
	"user_id" text PRIMARY KEY NOT NULL,
	"read_at" timestamp with time zone,
	"read_before" timestamp with time zone,
	"told_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "stakeholder_interview" ADD COLUMN "trashed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "watch_note" ADD COLUMN "trashed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "programme_mark" ADD CONSTRAINT "programme_mark_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- What a city threw away is not found.
CREATE OR REPLACE VIEW search_source_interview AS
  SELECT i.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    i.organisation_id AS parent_id, i.created_by AS author_id, ARRAY[i.organisation_id] AS organisation_ids, i.person_name AS title,
    concat_ws(' ', i.person_function, i.person_organisation) AS labels, i.notes AS body, i.updated_at
  FROM stakeholder_interview i WHERE i.trashed_at IS NULL;
--> statement-breakpoint
CREATE OR REPLACE VIEW search_source_note AS
  SELECT n.id AS object_id, NULL::text AS group_id, 'own'::text AS visibility, NULL::text AS document_id, NULL::text AS board_id,
    n.organisation_id AS parent_id, n.created_by AS author_id, ARRAY[n.organisation_id] AS organisation_ids, n.title,
    ''::text AS labels, n.says AS body, n.created_at AS updated_at
  FROM watch_note n WHERE n.trashed_at IS NULL;

ALTER TABLE "resource_version" ADD COLUMN "reading_fault" text;
--> statement-breakpoint
-- Files whose words nobody looked for until now: they are read in the next round.
UPDATE resource_version SET read_at = NULL
WHERE content_type = 'application/pdf' OR content_type LIKE 'application/vnd.openxmlformats-officedocument.%'
  OR content_type LIKE 'application/vnd.oasis.opendocument.%' OR name ~* '\.(docx|xlsx|pptx)$';

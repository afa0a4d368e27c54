ALTER TABLE "mission_delivery" ALTER COLUMN "bytes" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "resource_upload" ALTER COLUMN "group_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "resource_upload" ADD COLUMN "mission_id" text;--> statement-breakpoint
ALTER TABLE "resource_upload" ADD CONSTRAINT "resource_upload_mission_id_consulting_mission_id_fk" FOREIGN KEY ("mission_id") REFERENCES "public"."consulting_mission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_upload" ADD CONSTRAINT "resource_upload_place" CHECK (num_nonnulls("resource_upload"."group_id", "resource_upload"."mission_id") = 1);
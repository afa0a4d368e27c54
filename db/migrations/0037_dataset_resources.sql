CREATE TABLE "dataset_resource" (
	"dataset_id" text NOT NULL,
	"resource_id" text NOT NULL,
	"linked_by" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "dataset_resource_dataset_id_resource_id_pk" PRIMARY KEY("dataset_id","resource_id")
);
--> statement-breakpoint
ALTER TABLE "dataset_resource" ADD CONSTRAINT "dataset_resource_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_resource" ADD CONSTRAINT "dataset_resource_resource_id_resource_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resource"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_resource" ADD CONSTRAINT "dataset_resource_linked_by_user_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dataset_resource_resource" ON "dataset_resource" USING btree ("resource_id");
CREATE TABLE "data_need_step" (
	"need_id" text NOT NULL,
	"rank" integer NOT NULL,
	"experiment_id" text NOT NULL,
	"from_kind" text,
	"from_status" text,
	"from_importance" text,
	"to_kind" text,
	"to_status" text,
	"to_importance" text,
	"access_reason" text,
	"opens_on" date,
	"why" text NOT NULL,
	"changed_by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "data_need_step_need_id_rank_pk" PRIMARY KEY("need_id","rank")
);
--> statement-breakpoint
CREATE TABLE "data_need" (
	"id" text PRIMARY KEY NOT NULL,
	"experiment_id" text NOT NULL,
	"wanted_id" text NOT NULL,
	"producer_kind" text NOT NULL,
	"producer_name" text NOT NULL,
	"importance" text NOT NULL,
	"access_status" text NOT NULL,
	"access_reason" text,
	"access_note" text NOT NULL,
	"opens_on" date,
	"in_charge" text NOT NULL,
	"schema_name" text NOT NULL,
	"frequency" text NOT NULL,
	"licence" text NOT NULL,
	"contact" text NOT NULL,
	"comment" text NOT NULL,
	"dataset_id" text,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "wanted_dataset" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"theme_key" text,
	"producer_kind" text,
	"producer_name" text DEFAULT '' NOT NULL,
	"schema_name" text DEFAULT '' NOT NULL,
	"frequency" text,
	"is_listed" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wanted_dataset_name_key_unique" UNIQUE("name_key")
);
--> statement-breakpoint
ALTER TABLE "data_need_step" ADD CONSTRAINT "data_need_step_need_id_data_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."data_need"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_need_step" ADD CONSTRAINT "data_need_step_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_need_step" ADD CONSTRAINT "data_need_step_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_need" ADD CONSTRAINT "data_need_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_need" ADD CONSTRAINT "data_need_wanted_id_wanted_dataset_id_fk" FOREIGN KEY ("wanted_id") REFERENCES "public"."wanted_dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_need" ADD CONSTRAINT "data_need_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_need" ADD CONSTRAINT "data_need_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "data_need_step_day" ON "data_need_step" USING btree ("at","experiment_id","from_kind","from_status","from_importance","to_kind","to_status","to_importance");--> statement-breakpoint
CREATE INDEX "data_need_experiment" ON "data_need" USING btree ("experiment_id");--> statement-breakpoint
CREATE INDEX "data_need_dataset" ON "data_need" USING btree ("dataset_id");--> statement-breakpoint
CREATE INDEX "data_need_wanted" ON "data_need" USING btree ("wanted_id");--> statement-breakpoint
CREATE INDEX "data_need_matrix" ON "data_need" USING btree ("producer_kind","access_status","updated_at","importance","experiment_id") WHERE "data_need"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "data_need_recent" ON "data_need" USING btree ("updated_at","id") WHERE "data_need"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "data_need_ranked" ON "data_need" USING btree ("wanted_id","experiment_id","access_status","importance") WHERE "data_need"."removed_at" is null;
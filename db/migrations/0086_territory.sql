CREATE TABLE "favourite" (
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "favourite_user_id_kind_object_id_pk" PRIMARY KEY("user_id","kind","object_id"),
	CONSTRAINT "favourite_bounded" CHECK (length("favourite"."object_id") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "facilitator_city" (
	"facilitator_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	CONSTRAINT "facilitator_city_facilitator_id_organisation_id_pk" PRIMARY KEY("facilitator_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "help_demand" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"message" text NOT NULL,
	"asked_on" date NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "help_demand_a_day" UNIQUE("asked_by","asked_on")
);
--> statement-breakpoint
CREATE TABLE "facilitator_support" (
	"id" text PRIMARY KEY NOT NULL,
	"facilitator_id" text NOT NULL,
	"city_id" text NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"done_on" date NOT NULL,
	"author_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "facilitator_support_said" CHECK ("facilitator_support"."what" <> '' and length("facilitator_support"."what") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "favourite" ADD CONSTRAINT "favourite_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilitator_city" ADD CONSTRAINT "facilitator_city_facilitator_id_territorial_facilitator_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."territorial_facilitator"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilitator_city" ADD CONSTRAINT "facilitator_city_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_demand" ADD CONSTRAINT "help_demand_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_demand" ADD CONSTRAINT "help_demand_asked_by_user_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilitator_support" ADD CONSTRAINT "facilitator_support_facilitator_id_territorial_facilitator_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."territorial_facilitator"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilitator_support" ADD CONSTRAINT "facilitator_support_city_id_organisation_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilitator_support" ADD CONSTRAINT "facilitator_support_author_id_user_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "favourite_latest" ON "favourite" USING btree ("user_id","added_at");--> statement-breakpoint
CREATE INDEX "facilitator_city_organisation" ON "facilitator_city" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "help_demand_organisation" ON "help_demand" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "facilitator_support_city" ON "facilitator_support" USING btree ("city_id");--> statement-breakpoint
CREATE INDEX "facilitator_support_facilitator" ON "facilitator_support" USING btree ("facilitator_id","city_id");
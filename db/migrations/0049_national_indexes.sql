CREATE INDEX "activity_actor" ON "activity" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "user_organisation" ON "user" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "doc_client_user" ON "doc_client" USING btree ("user_id","at");
-- What stands in documents and on cards before anybody was told is no news.
insert into "told_edit" ("document_id", "seq")
select d."id", r."seq" from "document" d join "doc_room" r on r."room" = 'document:' || d."id";
--> statement-breakpoint
insert into "told_assignment" ("board_id", "card_id", "user_id")
select c."board_id", c."card_id", u."id" from "card" c join "user" u on u."id" = any(c."assignee_ids");

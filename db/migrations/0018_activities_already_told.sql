-- What happened before anybody was told is no news.
update "activity" set "told_at" = "at";

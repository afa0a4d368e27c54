CREATE TABLE "effect" (
	"id" uuid PRIMARY KEY NOT NULL,
	"told" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);

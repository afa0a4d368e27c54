-- Sessions are found by the SHA-256 of their token from here on. What is there stays valid: its hash is made of it. "token" stays for the instances
-- of the version before, which go on reading and writing it until they are restarted; this version empties it (`forgetReadableTokens`).
ALTER TABLE "session" ADD COLUMN "token_hash" text;--> statement-breakpoint
UPDATE "session" SET "token_hash" = encode(sha256(convert_to("token", 'UTF8')), 'hex');--> statement-breakpoint
CREATE UNIQUE INDEX "session_token_hash" ON "session" USING btree ("token_hash");--> statement-breakpoint
ALTER TABLE "session" ALTER COLUMN "token" DROP NOT NULL;--> statement-breakpoint
-- A sign-in on such an instance writes the token alone.
CREATE FUNCTION "session_hash"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."token_hash" := encode(sha256(convert_to(NEW."token", 'UTF8')), 'hex');
  RETURN NEW;
END;
$$;--> statement-breakpoint
CREATE TRIGGER "session_hashed" BEFORE INSERT ON "session" FOR EACH ROW WHEN (NEW."token_hash" IS NULL) EXECUTE FUNCTION "session_hash"();

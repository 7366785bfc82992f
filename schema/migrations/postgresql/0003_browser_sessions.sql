CREATE TABLE "browser_sessions" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"holder" text collate "C" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "browser_sessions_holder" ON "browser_sessions" USING btree ("holder");--> statement-breakpoint
CREATE INDEX "browser_sessions_until" ON "browser_sessions" USING btree ("until");
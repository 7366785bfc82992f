CREATE TABLE "uncovered_uses" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"service" text collate "C" NOT NULL,
	"system" text collate "C" NOT NULL,
	"model" text collate "C" NOT NULL,
	"cause" text collate "C" NOT NULL,
	"reported" bigint NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "uncovered_uses_at" ON "uncovered_uses" USING btree ("at");
CREATE TABLE "files" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"subject" text collate "C" NOT NULL,
	"key_id" text collate "C" NOT NULL,
	"bytes" "bytea" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"subject" text collate "C" NOT NULL,
	"n" bigint NOT NULL,
	"doc" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"message" text collate "C" PRIMARY KEY NOT NULL,
	"subject" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"tries" bigint NOT NULL,
	"next_at" bigint NOT NULL,
	"lease_until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"subject" text collate "C" NOT NULL,
	"decision" text collate "C" NOT NULL,
	"system" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"assignee" text collate "C",
	"due_at" bigint NOT NULL,
	"position" bigint NOT NULL,
	"doc" text collate "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "system" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "files_subject" ON "files" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "messages_subject" ON "messages" USING btree ("subject","n");--> statement-breakpoint
CREATE INDEX "outbox_next" ON "outbox" USING btree ("state","next_at");--> statement-breakpoint
CREATE INDEX "outbox_subject" ON "outbox" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "reviews_subject" ON "reviews" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "reviews_decision" ON "reviews" USING btree ("decision");--> statement-breakpoint
CREATE INDEX "reviews_position" ON "reviews" USING btree ("position");--> statement-breakpoint
CREATE INDEX "decisions_system" ON "decisions" USING btree ("system","decided_at");--> statement-breakpoint
UPDATE "decisions" SET "system" = coalesce(("doc"::json)->>'system', '');
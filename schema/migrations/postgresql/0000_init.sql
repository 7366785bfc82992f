CREATE TABLE "acts" (
	"subject" text collate "C" NOT NULL,
	"n" bigint NOT NULL,
	"id" text collate "C" NOT NULL,
	"what" text collate "C" NOT NULL,
	"purpose" text collate "C",
	"occurred_at" bigint NOT NULL,
	"at" bigint NOT NULL,
	"doc" text collate "C" NOT NULL,
	CONSTRAINT "acts_subject_n_pk" PRIMARY KEY("subject","n")
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"request" text collate "C" PRIMARY KEY NOT NULL,
	"doc" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"position" bigint PRIMARY KEY NOT NULL,
	"subject" text collate "C",
	"doc" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "checkpoints" (
	"log" bigint NOT NULL,
	"size" bigint NOT NULL,
	"root" "bytea" NOT NULL,
	"note" text collate "C" NOT NULL,
	CONSTRAINT "checkpoints_log_size_pk" PRIMARY KEY("log","size")
);
--> statement-breakpoint
CREATE TABLE "covered" (
	"log" bigint NOT NULL,
	"from" bigint NOT NULL,
	"to" bigint NOT NULL,
	"fact" text collate "C" NOT NULL,
	"what" text collate "C" NOT NULL,
	CONSTRAINT "covered_log_from_fact_pk" PRIMARY KEY("log","from","fact")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"subject" text collate "C" NOT NULL,
	"n" bigint NOT NULL,
	"id" text collate "C" NOT NULL,
	"decided_at" bigint NOT NULL,
	"doc" text collate "C" NOT NULL,
	CONSTRAINT "decisions_subject_n_pk" PRIMARY KEY("subject","n")
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"log" bigint NOT NULL,
	"index" bigint NOT NULL,
	"leaf_hash" "bytea" NOT NULL,
	"id" text collate "C",
	"kind" text collate "C",
	"at" bigint,
	"subject" text collate "C",
	"n" bigint,
	"entry" "bytea",
	"payload" "bytea",
	"salt" "bytea",
	"key_id" text collate "C",
	CONSTRAINT "entries_log_index_pk" PRIMARY KEY("log","index")
);
--> statement-breakpoint
CREATE TABLE "erased_marks" (
	"mark" text collate "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"until" bigint NOT NULL,
	"lifted_at" bigint,
	"keep" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasing" (
	"subject" text collate "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"doc" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"body" text collate "C" NOT NULL,
	"status" bigint NOT NULL,
	"reply" "bytea" NOT NULL,
	"key_id" text collate "C",
	"subject" text collate "C",
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"pepper" bigint NOT NULL,
	"hash" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"fact" text collate "C" NOT NULL,
	CONSTRAINT "identities_pepper_hash_pk" PRIMARY KEY("pepper","hash")
);
--> statement-breakpoint
CREATE TABLE "logs" (
	"log" bigint PRIMARY KEY NOT NULL,
	"origin" text collate "C" NOT NULL,
	"vkey" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meta" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"value" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nodes" (
	"node" text collate "C" PRIMARY KEY NOT NULL,
	"lines" bigint NOT NULL,
	"last_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"subject" text collate "C" PRIMARY KEY NOT NULL,
	"log" bigint NOT NULL,
	"n" bigint NOT NULL,
	"head" "bytea" NOT NULL,
	"standing" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registry_head" (
	"id" bigint PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_secrets" (
	"request" text collate "C" PRIMARY KEY NOT NULL,
	"secret" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"subject" text collate "C",
	"kind" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"received_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"position" bigint NOT NULL,
	"doc" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppression_marks" (
	"mark" text collate "C" NOT NULL,
	"code" text collate "C" NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "suppression_marks_mark_code_purpose_pk" PRIMARY KEY("mark","code","purpose")
);
--> statement-breakpoint
CREATE TABLE "tiles" (
	"log" bigint NOT NULL,
	"level" bigint NOT NULL,
	"index" bigint NOT NULL,
	"hashes" "bytea" NOT NULL,
	"root" "bytea" NOT NULL,
	CONSTRAINT "tiles_log_level_index_pk" PRIMARY KEY("log","level","index")
);
--> statement-breakpoint
CREATE TABLE "uses" (
	"subject" text collate "C" NOT NULL,
	"n" bigint NOT NULL,
	"id" text collate "C" NOT NULL,
	"log" bigint NOT NULL,
	"index" bigint NOT NULL,
	"system" text collate "C" NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"outcome" text collate "C" NOT NULL,
	"covered" bigint,
	"reason" text collate "C" NOT NULL,
	"basis" text collate "C",
	"categories" text collate "C" NOT NULL,
	"occurred_at" bigint NOT NULL,
	"at" bigint NOT NULL,
	"mode" text collate "C" NOT NULL,
	CONSTRAINT "uses_subject_n_pk" PRIMARY KEY("subject","n")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "entries_id" ON "entries" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_subject_n" ON "entries" USING btree ("subject","n");--> statement-breakpoint
CREATE INDEX "entries_kind" ON "entries" USING btree ("kind","index");--> statement-breakpoint
CREATE INDEX "idempotency_at" ON "idempotency" USING btree ("at");--> statement-breakpoint
CREATE INDEX "identities_subject" ON "identities" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "requests_subject" ON "requests" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "requests_position" ON "requests" USING btree ("position");
CREATE TABLE "kept_entries" (
	"hold" text collate "C" NOT NULL,
	"log" bigint NOT NULL,
	"index" bigint NOT NULL,
	"key_id" text collate "C" NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "kept_entries_hold_log_index_pk" PRIMARY KEY("hold","log","index")
);
--> statement-breakpoint
CREATE TABLE "kept_holds" (
	"hold" text collate "C" PRIMARY KEY NOT NULL,
	"marks" text collate "C" NOT NULL,
	"certificate" text collate "C" NOT NULL,
	"doc" text collate "C" NOT NULL,
	"until" bigint
);

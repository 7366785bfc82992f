-- The ledger is append-only: nothing is changed or removed, and the one switch that empties an entry is a recorded fact that covers it.
CREATE TRIGGER logs_no_delete BEFORE DELETE ON "logs" BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_no_update BEFORE UPDATE ON "checkpoints" BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_no_delete BEFORE DELETE ON "checkpoints" BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER tiles_no_update BEFORE UPDATE ON "tiles" BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER tiles_no_delete BEFORE DELETE ON "tiles" BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER covered_no_update BEFORE UPDATE ON "covered" BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER covered_no_delete BEFORE DELETE ON "covered" BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER entries_no_delete BEFORE DELETE ON "entries" BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER entries_no_overwrite BEFORE INSERT ON "entries" WHEN EXISTS (SELECT 1 FROM "entries" e WHERE e."log" = NEW."log" AND e."index" = NEW."index") BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER entries_no_update BEFORE UPDATE ON "entries" WHEN NOT (NEW."log" = OLD."log" AND NEW."index" = OLD."index" AND NEW."leaf_hash" = OLD."leaf_hash" AND ((NEW."id" IS NULL AND NEW."kind" IS NULL AND NEW."at" IS NULL AND NEW."subject" IS NULL AND NEW."n" IS NULL AND NEW."entry" IS NULL AND NEW."payload" IS NULL AND NEW."salt" IS NULL AND NEW."key_id" IS NULL AND EXISTS (SELECT 1 FROM "covered" c WHERE c."log" = OLD."log" AND OLD."index" BETWEEN c."from" AND c."to" AND c."what" = 'erased')) OR (NEW."id" IS OLD."id" AND NEW."kind" IS OLD."kind" AND NEW."at" IS OLD."at" AND NEW."subject" IS OLD."subject" AND NEW."n" IS OLD."n" AND NEW."entry" IS OLD."entry" AND NEW."key_id" IS OLD."key_id" AND NEW."payload" IS NULL AND NEW."salt" IS NULL AND EXISTS (SELECT 1 FROM "covered" c WHERE c."log" = OLD."log" AND OLD."index" BETWEEN c."from" AND c."to" AND c."what" = 'expired')))) BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER covered_needs_fact BEFORE INSERT ON "covered" WHEN NOT EXISTS (SELECT 1 FROM "entries" e WHERE e."id" = NEW."fact" AND e."kind" IN ('person.erased', 'payload.expired')) BEGIN SELECT RAISE(ABORT, 'no covering fact'); END;

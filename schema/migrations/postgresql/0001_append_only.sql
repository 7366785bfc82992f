-- The ledger is append-only: nothing is changed or removed, and the one switch that empties an entry is a recorded fact that covers it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only'; END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_entry_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT (NEW."log" = OLD."log" AND NEW."index" = OLD."index" AND NEW."leaf_hash" = OLD."leaf_hash" AND ((NEW."id" IS NULL AND NEW."kind" IS NULL AND NEW."at" IS NULL AND NEW."subject" IS NULL AND NEW."n" IS NULL AND NEW."entry" IS NULL AND NEW."payload" IS NULL AND NEW."salt" IS NULL AND NEW."key_id" IS NULL AND EXISTS (SELECT 1 FROM "covered" c WHERE c."log" = OLD."log" AND OLD."index" BETWEEN c."from" AND c."to" AND c."what" = 'erased')) OR (NEW."id" IS NOT DISTINCT FROM OLD."id" AND NEW."kind" IS NOT DISTINCT FROM OLD."kind" AND NEW."at" IS NOT DISTINCT FROM OLD."at" AND NEW."subject" IS NOT DISTINCT FROM OLD."subject" AND NEW."n" IS NOT DISTINCT FROM OLD."n" AND NEW."entry" IS NOT DISTINCT FROM OLD."entry" AND NEW."key_id" IS NOT DISTINCT FROM OLD."key_id" AND NEW."payload" IS NULL AND NEW."salt" IS NULL AND EXISTS (SELECT 1 FROM "covered" c WHERE c."log" = OLD."log" AND OLD."index" BETWEEN c."from" AND c."to" AND c."what" = 'expired')))) THEN RAISE EXCEPTION 'append-only'; END IF; RETURN NEW; END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_uncovered() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM "entries" e WHERE e."id" = NEW."fact" AND e."kind" IN ('person.erased', 'payload.expired')) THEN RAISE EXCEPTION 'no covering fact'; END IF; RETURN NEW; END $$;
--> statement-breakpoint
CREATE TRIGGER logs_no_delete BEFORE DELETE ON "logs" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER logs_no_truncate BEFORE TRUNCATE ON "logs" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER checkpoints_no_change BEFORE UPDATE OR DELETE ON "checkpoints" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER checkpoints_no_truncate BEFORE TRUNCATE ON "checkpoints" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER tiles_no_change BEFORE UPDATE OR DELETE ON "tiles" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER tiles_no_truncate BEFORE TRUNCATE ON "tiles" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER covered_no_change BEFORE UPDATE OR DELETE ON "covered" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER covered_no_truncate BEFORE TRUNCATE ON "covered" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER entries_no_delete BEFORE DELETE ON "entries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER entries_no_truncate BEFORE TRUNCATE ON "entries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER entries_no_update BEFORE UPDATE ON "entries" FOR EACH ROW EXECUTE FUNCTION refuse_entry_change();
--> statement-breakpoint
CREATE TRIGGER covered_needs_fact BEFORE INSERT ON "covered" FOR EACH ROW EXECUTE FUNCTION refuse_uncovered();

DROP INDEX "entries_kind";--> statement-breakpoint
CREATE INDEX "uses_system" ON "uses" USING btree ("system","log","index","outcome","at");--> statement-breakpoint
CREATE INDEX "entries_kind" ON "entries" USING btree ("kind","log","index","at");
ALTER TABLE "requests" ADD COLUMN "untold_due_at" bigint;--> statement-breakpoint
CREATE INDEX "requests_untold" ON "requests" USING btree ("untold_due_at");
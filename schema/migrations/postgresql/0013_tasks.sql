ALTER TABLE "requests" ADD COLUMN "tasks_due_at" bigint;--> statement-breakpoint
CREATE INDEX "requests_tasks" ON "requests" USING btree ("tasks_due_at");
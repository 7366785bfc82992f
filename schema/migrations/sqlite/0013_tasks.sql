ALTER TABLE `requests` ADD `tasks_due_at` integer;--> statement-breakpoint
CREATE INDEX `requests_tasks` ON `requests` (`tasks_due_at`);
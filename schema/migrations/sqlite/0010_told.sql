ALTER TABLE `requests` ADD `untold_due_at` integer;--> statement-breakpoint
CREATE INDEX `requests_untold` ON `requests` (`untold_due_at`);
CREATE TABLE `uncovered_uses` (
	`id` text PRIMARY KEY NOT NULL,
	`service` text NOT NULL,
	`system` text NOT NULL,
	`model` text NOT NULL,
	`cause` text NOT NULL,
	`reported` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `uncovered_uses_at` ON `uncovered_uses` (`at`);
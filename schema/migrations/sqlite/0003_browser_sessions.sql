CREATE TABLE `browser_sessions` (
	`key` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`sealed` blob NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `browser_sessions_holder` ON `browser_sessions` (`holder`);--> statement-breakpoint
CREATE INDEX `browser_sessions_until` ON `browser_sessions` (`until`);
DROP INDEX `entries_kind`;--> statement-breakpoint
CREATE INDEX `entries_kind` ON `entries` (`kind`,`log`,`index`,`at`);--> statement-breakpoint
CREATE INDEX `uses_system` ON `uses` (`system`,`log`,`index`,`outcome`,`at`);
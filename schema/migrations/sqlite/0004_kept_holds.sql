CREATE TABLE `kept_entries` (
	`hold` text NOT NULL,
	`log` integer NOT NULL,
	`index` integer NOT NULL,
	`key_id` text NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`hold`, `log`, `index`)
);
--> statement-breakpoint
CREATE TABLE `kept_holds` (
	`hold` text PRIMARY KEY NOT NULL,
	`marks` text NOT NULL,
	`certificate` text NOT NULL,
	`doc` text NOT NULL,
	`until` integer
);

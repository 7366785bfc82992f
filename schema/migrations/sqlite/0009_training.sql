CREATE TABLE `trained_on` (
	`run` text NOT NULL,
	`subject` text NOT NULL,
	`n` integer NOT NULL,
	`log` integer NOT NULL,
	`index` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`run`, `subject`)
);
--> statement-breakpoint
CREATE INDEX `trained_on_subject` ON `trained_on` (`subject`);--> statement-breakpoint
CREATE TABLE `training_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`run` text NOT NULL,
	`step` text NOT NULL,
	`position` integer NOT NULL,
	`at` integer NOT NULL,
	`system` text NOT NULL,
	`version` text NOT NULL,
	`included` integer NOT NULL,
	`refused` integer NOT NULL,
	`doc` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `training_steps_run` ON `training_steps` (`run`);--> statement-breakpoint
CREATE INDEX `training_steps_step` ON `training_steps` (`step`,`position`);
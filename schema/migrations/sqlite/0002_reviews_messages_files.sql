CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`key_id` text NOT NULL,
	`bytes` blob NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `files_subject` ON `files` (`subject`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`n` integer NOT NULL,
	`doc` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `messages_subject` ON `messages` (`subject`,`n`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`message` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`next_at` integer NOT NULL,
	`lease_until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_next` ON `outbox` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `outbox_subject` ON `outbox` (`subject`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`decision` text NOT NULL,
	`system` text NOT NULL,
	`state` text NOT NULL,
	`assignee` text,
	`due_at` integer NOT NULL,
	`position` integer NOT NULL,
	`doc` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reviews_subject` ON `reviews` (`subject`);--> statement-breakpoint
CREATE INDEX `reviews_decision` ON `reviews` (`decision`);--> statement-breakpoint
CREATE INDEX `reviews_position` ON `reviews` (`position`);--> statement-breakpoint
ALTER TABLE `decisions` ADD `system` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `decisions_system` ON `decisions` (`system`,`decided_at`);--> statement-breakpoint
UPDATE `decisions` SET `system` = coalesce(json_extract(`doc`, '$.system'), '');
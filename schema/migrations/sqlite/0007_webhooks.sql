CREATE TABLE `webhook_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook` text NOT NULL,
	`message` text NOT NULL,
	`what` text NOT NULL,
	`place` integer NOT NULL,
	`at` integer NOT NULL,
	`ms` integer NOT NULL,
	`status` integer,
	`code` text
);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_place` ON `webhook_deliveries` (`webhook`,`place`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_at` ON `webhook_deliveries` (`at`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`sealed` blob NOT NULL,
	`position` integer NOT NULL,
	`tries` integer NOT NULL,
	`next_at` integer NOT NULL,
	`failing_since` integer,
	`lease` text NOT NULL,
	`lease_until` integer NOT NULL,
	`made_at` integer NOT NULL
);

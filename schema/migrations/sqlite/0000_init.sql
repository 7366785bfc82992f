CREATE TABLE `acts` (
	`subject` text NOT NULL,
	`n` integer NOT NULL,
	`id` text NOT NULL,
	`what` text NOT NULL,
	`purpose` text,
	`occurred_at` integer NOT NULL,
	`at` integer NOT NULL,
	`doc` text NOT NULL,
	PRIMARY KEY(`subject`, `n`)
);
--> statement-breakpoint
CREATE TABLE `certificates` (
	`request` text PRIMARY KEY NOT NULL,
	`doc` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `changes` (
	`position` integer PRIMARY KEY NOT NULL,
	`subject` text,
	`doc` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`log` integer NOT NULL,
	`size` integer NOT NULL,
	`root` blob NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`log`, `size`)
);
--> statement-breakpoint
CREATE TABLE `covered` (
	`log` integer NOT NULL,
	`from` integer NOT NULL,
	`to` integer NOT NULL,
	`fact` text NOT NULL,
	`what` text NOT NULL,
	PRIMARY KEY(`log`, `from`, `fact`)
);
--> statement-breakpoint
CREATE TABLE `decisions` (
	`subject` text NOT NULL,
	`n` integer NOT NULL,
	`id` text NOT NULL,
	`decided_at` integer NOT NULL,
	`doc` text NOT NULL,
	PRIMARY KEY(`subject`, `n`)
);
--> statement-breakpoint
CREATE TABLE `entries` (
	`log` integer NOT NULL,
	`index` integer NOT NULL,
	`leaf_hash` blob NOT NULL,
	`id` text,
	`kind` text,
	`at` integer,
	`subject` text,
	`n` integer,
	`entry` blob,
	`payload` blob,
	`salt` blob,
	`key_id` text,
	PRIMARY KEY(`log`, `index`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_id` ON `entries` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_subject_n` ON `entries` (`subject`,`n`);--> statement-breakpoint
CREATE INDEX `entries_kind` ON `entries` (`kind`,`index`);--> statement-breakpoint
CREATE TABLE `erased_marks` (
	`mark` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`until` integer NOT NULL,
	`lifted_at` integer,
	`keep` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `erasing` (
	`subject` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`doc` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `idempotency` (
	`key` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`status` integer NOT NULL,
	`reply` blob NOT NULL,
	`key_id` text,
	`subject` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `idempotency_at` ON `idempotency` (`at`);--> statement-breakpoint
CREATE TABLE `identities` (
	`pepper` integer NOT NULL,
	`hash` text NOT NULL,
	`subject` text NOT NULL,
	`fact` text NOT NULL,
	PRIMARY KEY(`pepper`, `hash`)
);
--> statement-breakpoint
CREATE INDEX `identities_subject` ON `identities` (`subject`);--> statement-breakpoint
CREATE TABLE `logs` (
	`log` integer PRIMARY KEY NOT NULL,
	`origin` text NOT NULL,
	`vkey` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meta` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `nodes` (
	`node` text PRIMARY KEY NOT NULL,
	`lines` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `people` (
	`subject` text PRIMARY KEY NOT NULL,
	`log` integer NOT NULL,
	`n` integer NOT NULL,
	`head` blob NOT NULL,
	`standing` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `registry_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `request_secrets` (
	`request` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`received_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`position` integer NOT NULL,
	`doc` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `requests_subject` ON `requests` (`subject`);--> statement-breakpoint
CREATE INDEX `requests_position` ON `requests` (`position`);--> statement-breakpoint
CREATE TABLE `suppression_marks` (
	`mark` text NOT NULL,
	`code` text NOT NULL,
	`purpose` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`mark`, `code`, `purpose`)
);
--> statement-breakpoint
CREATE TABLE `tiles` (
	`log` integer NOT NULL,
	`level` integer NOT NULL,
	`index` integer NOT NULL,
	`hashes` blob NOT NULL,
	`root` blob NOT NULL,
	PRIMARY KEY(`log`, `level`, `index`)
);
--> statement-breakpoint
CREATE TABLE `uses` (
	`subject` text NOT NULL,
	`n` integer NOT NULL,
	`id` text NOT NULL,
	`log` integer NOT NULL,
	`index` integer NOT NULL,
	`system` text NOT NULL,
	`purpose` text NOT NULL,
	`outcome` text NOT NULL,
	`covered` integer,
	`reason` text NOT NULL,
	`basis` text,
	`categories` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`at` integer NOT NULL,
	`mode` text NOT NULL,
	PRIMARY KEY(`subject`, `n`)
);

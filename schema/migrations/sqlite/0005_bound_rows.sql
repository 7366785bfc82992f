ALTER TABLE `erased_marks` ADD `place` integer;--> statement-breakpoint
ALTER TABLE `erased_marks` ADD `bound` text;--> statement-breakpoint
ALTER TABLE `identities` ADD `bound` text;--> statement-breakpoint
ALTER TABLE `people` ADD `acts` text;--> statement-breakpoint
ALTER TABLE `people` ADD `bound` text;--> statement-breakpoint
ALTER TABLE `registry_head` ADD `bound` text;--> statement-breakpoint
ALTER TABLE `suppression_marks` ADD `lifted_at` integer;--> statement-breakpoint
ALTER TABLE `suppression_marks` ADD `place` integer;--> statement-breakpoint
ALTER TABLE `suppression_marks` ADD `bound` text;
ALTER TABLE "erased_marks" ADD COLUMN "place" bigint;--> statement-breakpoint
ALTER TABLE "erased_marks" ADD COLUMN "bound" text collate "C";--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "bound" text collate "C";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "acts" text collate "C";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "bound" text collate "C";--> statement-breakpoint
ALTER TABLE "registry_head" ADD COLUMN "bound" text collate "C";--> statement-breakpoint
ALTER TABLE "suppression_marks" ADD COLUMN "lifted_at" bigint;--> statement-breakpoint
ALTER TABLE "suppression_marks" ADD COLUMN "place" bigint;--> statement-breakpoint
ALTER TABLE "suppression_marks" ADD COLUMN "bound" text collate "C";
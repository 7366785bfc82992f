CREATE TABLE "webhook_deliveries" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"webhook" text collate "C" NOT NULL,
	"message" text collate "C" NOT NULL,
	"what" text collate "C" NOT NULL,
	"place" bigint NOT NULL,
	"at" bigint NOT NULL,
	"ms" bigint NOT NULL,
	"status" bigint,
	"code" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"state" text collate "C" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"position" bigint NOT NULL,
	"tries" bigint NOT NULL,
	"next_at" bigint NOT NULL,
	"failing_since" bigint,
	"lease" text collate "C" NOT NULL,
	"lease_until" bigint NOT NULL,
	"made_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "webhook_deliveries_place" ON "webhook_deliveries" USING btree ("webhook","place");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_at" ON "webhook_deliveries" USING btree ("at");
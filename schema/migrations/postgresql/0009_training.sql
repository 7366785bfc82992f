CREATE TABLE "trained_on" (
	"run" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"n" bigint NOT NULL,
	"log" bigint NOT NULL,
	"index" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "trained_on_run_subject_pk" PRIMARY KEY("run","subject")
);
--> statement-breakpoint
CREATE TABLE "training_steps" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"run" text collate "C" NOT NULL,
	"step" text collate "C" NOT NULL,
	"position" bigint NOT NULL,
	"at" bigint NOT NULL,
	"system" text collate "C" NOT NULL,
	"version" text collate "C" NOT NULL,
	"included" bigint NOT NULL,
	"refused" bigint NOT NULL,
	"doc" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "trained_on_subject" ON "trained_on" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "training_steps_run" ON "training_steps" USING btree ("run");--> statement-breakpoint
CREATE INDEX "training_steps_step" ON "training_steps" USING btree ("step","position");
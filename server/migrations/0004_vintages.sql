CREATE TABLE "vintage" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"indicator_id" text NOT NULL,
	"year" integer NOT NULL,
	"unit" text NOT NULL,
	"higher_is_more_need" boolean NOT NULL,
	"compare" text NOT NULL,
	"source_id" text NOT NULL,
	"carried_from" integer,
	CONSTRAINT "vintage_place_id_version_indicator_id_year_pk" PRIMARY KEY("place_id","version","indicator_id","year")
);
--> statement-breakpoint
CREATE TABLE "vintage_value" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"indicator_id" text NOT NULL,
	"year" integer NOT NULL,
	"area_code" text NOT NULL,
	"value" double precision,
	CONSTRAINT "vintage_value_place_id_version_indicator_id_year_area_code_pk" PRIMARY KEY("place_id","version","indicator_id","year","area_code")
);
--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "wider_name" text;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "wider_mean" double precision;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "wider_areas" integer;--> statement-breakpoint
ALTER TABLE "vintage" ADD CONSTRAINT "vintage_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vintage_value" ADD CONSTRAINT "vintage_value_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;
CREATE TABLE "organisation" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"legal_form" text,
	"kind" text,
	"activities" text,
	"company_number" text,
	"registered_on" date,
	"postcode" text,
	"website" text,
	"source_id" text NOT NULL,
	CONSTRAINT "organisation_place_id_version_id_pk" PRIMARY KEY("place_id","version","id")
);
--> statement-breakpoint
CREATE TABLE "other_ward" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"source_id" text NOT NULL,
	"year" integer NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"geom" geometry(MultiPolygon,4326) NOT NULL,
	CONSTRAINT "other_ward_place_id_version_source_id_code_pk" PRIMARY KEY("place_id","version","source_id","code")
);
--> statement-breakpoint
CREATE TABLE "ward_overlap" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"source_id" text NOT NULL,
	"from_code" text NOT NULL,
	"to_code" text NOT NULL,
	"share" double precision NOT NULL,
	CONSTRAINT "ward_overlap_place_id_version_source_id_from_code_to_code_pk" PRIMARY KEY("place_id","version","source_id","from_code","to_code")
);
--> statement-breakpoint
CREATE TABLE "ward_value" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"indicator_id" text NOT NULL,
	"ward_code" text NOT NULL,
	"value" double precision,
	CONSTRAINT "ward_value_place_id_version_indicator_id_ward_code_pk" PRIMARY KEY("place_id","version","indicator_id","ward_code")
);
--> statement-breakpoint
ALTER TABLE "cell" ALTER COLUMN "ward_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "demand_point" ALTER COLUMN "ward_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "data_version" ADD COLUMN "changes" jsonb;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "of" text DEFAULT 'small-areas' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "carried_from" integer;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "switched_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "service_type" ADD COLUMN "neighbours_known" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "source_file" ADD COLUMN "due" date;--> statement-breakpoint
ALTER TABLE "source_file" ADD COLUMN "wards_matched" integer;--> statement-breakpoint
ALTER TABLE "ward" ADD COLUMN "border_metres" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "other_ward" ADD CONSTRAINT "other_ward_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_overlap" ADD CONSTRAINT "ward_overlap_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_value" ADD CONSTRAINT "ward_value_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;
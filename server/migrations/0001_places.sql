CREATE TABLE "basemap_feature" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"geom" geometry(Geometry,4326) NOT NULL,
	CONSTRAINT "basemap_feature_place_id_version_seq_pk" PRIMARY KEY("place_id","version","seq")
);
--> statement-breakpoint
CREATE TABLE "cell" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"seq" integer NOT NULL,
	"area_code" text,
	"ward_code" text NOT NULL,
	"people" double precision[] NOT NULL,
	CONSTRAINT "cell_place_id_version_seq_pk" PRIMARY KEY("place_id","version","seq"),
	CONSTRAINT "cell_people_ages" CHECK (array_length("cell"."people", 1) = 91)
);
--> statement-breakpoint
CREATE TABLE "data_version" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"recipe" jsonb NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp with time zone,
	CONSTRAINT "data_version_place_id_version_pk" PRIMARY KEY("place_id","version"),
	CONSTRAINT "data_version_status" CHECK ("data_version"."status" in ('loading', 'ready', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "demand_point" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"seq" integer NOT NULL,
	"label" text NOT NULL,
	"street" text,
	"lon" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"cell_seq" integer NOT NULL,
	"ward_code" text NOT NULL,
	"area_code" text,
	CONSTRAINT "demand_point_place_id_version_seq_pk" PRIMARY KEY("place_id","version","seq")
);
--> statement-breakpoint
CREATE TABLE "fault" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"seq" integer NOT NULL,
	"file" text NOT NULL,
	"row" integer,
	"field" text,
	"reason" text NOT NULL,
	CONSTRAINT "fault_place_id_version_seq_pk" PRIMARY KEY("place_id","version","seq")
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"unit" text NOT NULL,
	"theme" text NOT NULL,
	"higher_is_more_need" boolean NOT NULL,
	"vintage" text NOT NULL,
	"source_id" text NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "indicator_place_id_version_id_pk" PRIMARY KEY("place_id","version","id")
);
--> statement-breakpoint
CREATE TABLE "indicator_value" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"indicator_id" text NOT NULL,
	"area_code" text NOT NULL,
	"value" double precision,
	CONSTRAINT "indicator_value_place_id_version_indicator_id_area_code_pk" PRIMARY KEY("place_id","version","indicator_id","area_code")
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"code" text NOT NULL,
	"sample" boolean NOT NULL,
	"attribution" text NOT NULL,
	"current_version" integer,
	"need_weights" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"organisation" text,
	"legal_form" text,
	"address" text,
	"postcode" text,
	"lon" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"ward_code" text,
	"capacity" double precision,
	"checked" boolean NOT NULL,
	"checked_on" date,
	"times" text,
	"cost" text,
	"phone" text,
	"website" text,
	"source_id" text NOT NULL,
	CONSTRAINT "service_place_id_version_id_pk" PRIMARY KEY("place_id","version","id"),
	CONSTRAINT "service_capacity" CHECK ("service"."capacity" >= 0)
);
--> statement-breakpoint
CREATE TABLE "service_type" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"id" text NOT NULL,
	"definition" jsonb NOT NULL,
	"source_id" text NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "service_type_place_id_version_id_pk" PRIMARY KEY("place_id","version","id")
);
--> statement-breakpoint
CREATE TABLE "small_area" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"geom" geometry(MultiPolygon,4326) NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "small_area_place_id_version_code_pk" PRIMARY KEY("place_id","version","code")
);
--> statement-breakpoint
CREATE TABLE "source_file" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"licence" text NOT NULL,
	"vintage" text NOT NULL,
	"url" text,
	"note" text,
	"path" text NOT NULL,
	"sha256" text NOT NULL,
	"rows" integer NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "source_file_place_id_version_id_pk" PRIMARY KEY("place_id","version","id")
);
--> statement-breakpoint
CREATE TABLE "ward" (
	"place_id" text NOT NULL,
	"version" integer NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_welsh" text,
	"geom" geometry(MultiPolygon,4326) NOT NULL,
	"label_lon" double precision NOT NULL,
	"label_lat" double precision NOT NULL,
	"area_hectares" double precision NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "ward_place_id_version_code_pk" PRIMARY KEY("place_id","version","code")
);
--> statement-breakpoint
ALTER TABLE "basemap_feature" ADD CONSTRAINT "basemap_feature_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cell" ADD CONSTRAINT "cell_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_version" ADD CONSTRAINT "data_version_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_point" ADD CONSTRAINT "demand_point_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fault" ADD CONSTRAINT "fault_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_type" ADD CONSTRAINT "service_type_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "small_area" ADD CONSTRAINT "small_area_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_file" ADD CONSTRAINT "source_file_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward" ADD CONSTRAINT "ward_version_fk" FOREIGN KEY ("place_id","version") REFERENCES "public"."data_version"("place_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "demand_point_label" ON "demand_point" USING btree ("place_id","version",(upper(replace("label", ' ', ''))) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "service_by_type" ON "service" USING btree ("place_id","version","type");
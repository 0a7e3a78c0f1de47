ALTER TABLE "indicator_value" ADD COLUMN "counted" double precision;--> statement-breakpoint
ALTER TABLE "ward_value" ADD COLUMN "counted" double precision;
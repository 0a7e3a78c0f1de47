import type { IndicatorsFile } from "@needs-map/shared/contract/recipe";
import type { z } from "zod";

type Indicator = z.infer<typeof IndicatorsFile>["indicators"][number];

const score = (id: string, column: string, title: string, unit = "score"): Indicator => ({
  id,
  column,
  title,
  unit,
  higherIsMoreNeed: true,
});

/** Domains of the English Indices of Deprivation 2025, by the short headings that the table of scores has. */
export const IOD_2025: readonly Indicator[] = [
  score("imd", "IMD_score", "Multiple deprivation"),
  score("income", "Income_score", "Income deprivation", "share of people"),
  score("employment", "Employment_score", "Employment deprivation", "share of people of working age"),
  score("education", "Education_score", "Education, skills and training deprivation"),
  score("health", "Health_score", "Health deprivation and disability"),
  score("crime", "Crime_score", "Crime"),
  score("housing", "Housing_and_Services_score", "Barriers to housing and services"),
  score("environment", "Environment_score", "Living environment deprivation"),
];

/** Parts of the domains, by the headings that the table of sub-domains has. */
export const IOD_2025_PARTS: readonly Indicator[] = [
  score("education-young", "children_and_young_people_score", "Education: children and young people"),
  score("education-adults", "adult_skills_score", "Education: adult skills"),
  score("geographical-barriers", "geographical_barriers_score", "Barriers: geographical"),
  score("wider-barriers", "wider_barriers_score", "Barriers: wider, with cost and overcrowding"),
  score("indoors", "indoors_score", "Living environment: indoors"),
  score("outdoors", "outdoors_score", "Living environment: outdoors"),
];

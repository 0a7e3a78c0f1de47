import { z } from "zod";
import { UNITS } from "../domain/gap/settings.ts";
import { LEGAL_FORMS } from "../domain/legal-forms.ts";

/** Icon names that the client draws for a type of service. */
export const SERVICE_ICONS = [
  "users",
  "hand-heart",
  "heart-pulse",
  "wallet",
  "bus",
  "trees",
  "shield-check",
  "graduation-cap",
  "message-circle",
  "stethoscope",
  "pill",
  "library",
  "school",
  "baby",
  "briefcase",
  "utensils",
  "home",
] as const;

/** A kind of service, with the words and numbers that the question starts from. */
export const ServiceType = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** "Youth clubs" */
  title: z.string(),
  /** "youth club" */
  one: z.string(),
  /** "youth clubs" */
  many: z.string(),
  /** "young people" */
  group: z.string(),
  icon: z.enum(SERVICE_ICONS),
  unit: z.enum(UNITS),
  /** Per 100 people (places) or per 10,000 (sites). */
  target: z.number().positive().max(1000),
  /** Where the target to start from comes from, in words. */
  targetFrom: z.string().optional(),
  ageFrom: z.int().min(0).max(90),
  ageTo: z.int().min(0).max(90),
  /** Longest journey to start from, minutes. */
  minutes: z.int().min(5).max(60),
});
export type ServiceType = z.infer<typeof ServiceType>;

export const ServiceTypeListed = ServiceType.extend({
  /** Those inside the place. */
  count: z.int(),
  /** Those over the border that count for people near it. */
  neighbours: z.int(),
  /** Sum of published capacities; null where the unit is sites. */
  capacity: z.number().nullable(),
  withoutCapacity: z.int(),
  unchecked: z.int(),
  source: z.string(),
  vintage: z.string(),
  /** Whether services and people over the border are loaded for this type. */
  neighboursKnown: z.boolean(),
});
export type ServiceTypeListed = z.infer<typeof ServiceTypeListed>;

/** One service at one place, in the terms of Open Referral UK. */
export const Service = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  organisation: z.string().nullable(),
  legalForm: z.enum(LEGAL_FORMS).nullable(),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  ward: z.string().nullable(),
  capacity: z.number().min(0).nullable(),
  checked: z.boolean(),
  checkedOn: z.iso.date().nullable(),
  times: z.string().nullable(),
  cost: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
});
export type Service = z.infer<typeof Service>;

/** A service with the estimated journey to it. */
export const ServiceNear = Service.extend({ minutes: z.number() });
export type ServiceNear = z.infer<typeof ServiceNear>;

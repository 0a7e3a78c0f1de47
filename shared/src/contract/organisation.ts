import { z } from "zod";
import { LEGAL_FORMS } from "../domain/legal-forms.ts";

/** An organisation that could provide services: no place on the map, and no coverage. */
export const Organisation = z.object({
  id: z.string(),
  name: z.string(),
  legalForm: z.enum(LEGAL_FORMS).nullable(),
  /** The kind that its register has it as. */
  kind: z.string().nullable(),
  activities: z.string().nullable(),
  companyNumber: z.string().nullable(),
  registeredOn: z.iso.date().nullable(),
  postcode: z.string().nullable(),
  website: z.string().nullable(),
});
export type Organisation = z.infer<typeof Organisation>;

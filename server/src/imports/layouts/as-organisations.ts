import type { Recognised, Took } from "./recognised.ts";
import type { Column, Surveyed } from "./survey.ts";

const MEANINGS = [
  ["id", /^(registeredcharitynumber|charitynumber|charityregno|regcharitynumber|regno)$/, "number of the charity"],
  ["name", /^(charityname|name|organisationname)$/, "name"],
  ["kind", /^(charitytype|type|kind)$/, "kind"],
  ["activities", /^(charityactivities|activities|objects)$/, "activities"],
  ["companyNumber", /^(charitycompanyregistrationnumber|companynumber|companyregistrationnumber)$/, "company number"],
  ["registeredOn", /^(dateofregistration|registrationdate|registeredon)$/, "day of registration"],
  ["postcode", /^(charitycontactpostcode|postcode)$/, "postcode (of the organisation, not put on the map)"],
  ["website", /^(charitycontactweb|website|web)$/, "website"],
] as const;

/** Charities, as the Charity Commission lists them: organisations that could provide services. */
export function asOrganisations(file: Surveyed): Recognised<"organisations"> | null {
  if (file.geometry !== null) return null;
  const found = new Map<string, Column>();
  const took: Took[] = [];
  for (const [meaning, heading, as] of MEANINGS) {
    const column = file.columns.find(({ key }) => heading.test(key));
    if (!column) continue;
    found.set(meaning, column);
    took.push({ column: column.name, as, sure: "certain" });
  }
  const id = found.get("id");
  const name = found.get("name");
  if (!id || !name) return null;
  const others = [...found].filter(([meaning]) => meaning !== "id" && meaning !== "name");
  return {
    file,
    draft: {
      role: "organisations",
      columns: {
        id: id.name,
        name: name.name,
        ...Object.fromEntries(others.map(([meaning, { name: is }]) => [meaning, is])),
      },
    },
    sure: "certain",
    took,
  };
}

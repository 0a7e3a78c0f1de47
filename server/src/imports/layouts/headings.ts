import { isMissing } from "../formats/number.ts";
import type { Sure } from "./recognised.ts";
import type { Column } from "./survey.ts";

/** Headings by what they mean, in small letters and digits alone; the first that fits is taken. */
export const HEADINGS = {
  postcode: /^(.*postcode|pcds?|pcd[278]|postalcode|.*postalcode|postcodes?|zip)$/,
  facility:
    /^(name|servicename|sitename|organisationname|locationname|establishmentname|schoolname|practicename|pharmacyname|distname|facilityname|facility|venue|venuename|centrename|centre|libraryname|clubname|title|nameofservice|nameofsite|provision|service|sitetitle|officename|branch|branchname)$/,
  anyName: /name$/,
  notFacility:
    /^(wards?|lsoa|msoa|oa|area|la|lad|local.*|county|region|street|road|town|city|district|place|first|last|sur|fore|geography|parent|category|type|locality|country|authority|file|provider|parliamentary.*|constituency|.*hcl|wd\d*|.*group|sponsor)s?(name)?$/,
  organisation:
    /^(organisation|organization|provider|providername|operator|runby|managedby|parentname|lead|leadorganisation)$/,
  id: /^(urn|uniquereferencenumber|organisationid|organisationcode|organisationdataservicecode|odscode|cqcid|cqclocationid|locationid|osmid|serviceid|siteid|reference|ref|id|uniqueid|uprn|globalid)$/,
  address:
    /^(address(line)?[1-6]?|streetaddress|fulladdress|siteaddress|location|locationstreetaddress|street|locality|address3|town|city|locationcity|county|road|village)$/,
  phone:
    /^(phone|phonenumber|telephone|telephonenumber|tel|telno|contacttelephone|contactnumber|telephonenum|locationtelephonenumber)$/,
  website:
    /^(website|websiteaddress|web|url|webaddress|schoolwebsite|homepage|locationwebaddress|link|webpage|charitycontactweb)$/,
  capacity:
    /^(schoolcapacity|capacity|places|numberofplaces|noofplaces|registeredplaces|carehomesbeds|beds|numberofbeds|noofbeds)$/,
  times: /^(openingtimes?|openinghours|times?|hours|when|daysandtimes|sessiontimes)$/,
  cost: /^(costs?|price|charge|fee|fees)$/,
  legalForm: /^(legalform|sector)$/,
  checked: /^(checked|verified|assured)$/,
  checkedOn: /^(checkedon|lastchecked|dateverified|verifiedon|lastverified|assureddate)$/,
  type: /^(servicetype|types?|category|kind|theme|typeofservice|servicecategory)$/,
  street: /^(street|streetname|road|roadname|thoroughfare)$/,
  sex: /^(sex|gender|sexname|gendername|csexname)$/,
  value: /^(value|values|obsvalue|count|observation|number|population|persons|people|total)$/,
  measure: /^(measures?|measuresname|unit|units|stat|statistic)$/,
  period: /^(period|date|datename|year|time|referencedate|asat)$/,
} as const satisfies Record<string, RegExp>;

export type Meaning = keyof typeof HEADINGS;

export const headed = (columns: readonly Column[], meaning: Meaning): Column | null =>
  columns.find(({ key }) => HEADINGS[meaning].test(key)) ?? null;

export const filled = (column: Column): string[] => column.values.filter((value) => !isMissing({}, value));

/** Whether nine in ten of the values that are there fit. */
export function mostly(column: Column, fits: (value: string) => boolean, least = 0.9): boolean {
  const values = filled(column);
  return values.length > 0 && values.filter(fits).length >= least * values.length;
}

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/i;
export const isPostcode = (value: string): boolean => POSTCODE.test(value);

/** The column of postcodes: by heading and values, else by values alone. */
export function postcodeColumn(columns: readonly Column[]): { column: Column; sure: Sure } | null {
  const fits = columns.filter((column) => mostly(column, isPostcode, 0.8));
  const preferred = fits.find(({ key }) => key === "pcds") ?? fits.find(({ key }) => HEADINGS.postcode.test(key));
  if (preferred) return { column: preferred, sure: "certain" };
  const [first] = fits;
  if (first) return { column: first, sure: "likely" };
  return null;
}

/** The column with what a service is called. */
export function facilityColumn(columns: readonly Column[]): { column: Column; sure: Sure } | null {
  const named = (column: Column) => mostly(column, (value) => /[a-z]/i.test(value), 0.8);
  const order = HEADINGS.facility.source.slice(2, -2).split("|");
  const published = columns
    .filter((column) => HEADINGS.facility.test(column.key) && named(column))
    .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))[0];
  if (published) return { column: published, sure: "certain" };
  const like = columns.find(
    ({ key }) =>
      HEADINGS.anyName.test(key) &&
      !HEADINGS.notFacility.test(key.replace(/name$/, "")) &&
      !HEADINGS.notFacility.test(key),
  );
  return like && named(like) ? { column: like, sure: "likely" } : null;
}

/** Words for a heading: "households_without_a_car" → "Households without a car". */
export function wordsOf(heading: string): string {
  const words = heading
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[_.]+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** A short name for use in addresses and as a key. */
export function slug(words: string, most = 48): string {
  const short = words
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/['’]|\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+/g, "")
    .slice(0, most);
  return short.replaceAll(/-+$/g, "") || "x";
}

/** A share that Census tables are read for: categories that count, by their published words. */
interface Share {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly counts: RegExp;
}

/** Shares of Census 2021 tables in which more stands for more need. */
const SHARES: readonly Share[] = [
  { id: "bad-health", title: "Bad or very bad health", unit: "% of residents", counts: /^(very )?bad health$/i },
  {
    id: "disabled",
    title: "Disabled under the Equality Act",
    unit: "% of residents",
    counts: /^disabled under the equality act/i,
  },
  {
    id: "unpaid-care",
    title: "Gives unpaid care",
    unit: "% of residents aged 5 and over",
    counts: /^provides (?!no).*unpaid care/i,
  },
  {
    id: "alone-66",
    title: "People aged 66 and over living alone",
    unit: "% of households",
    counts: /^one-person household: aged 66/i,
  },
  {
    id: "lone-parents",
    title: "Lone parents with dependent children",
    unit: "% of households",
    counts: /lone parent( family)?: with dependent children/i,
  },
  { id: "social-rented", title: "Social rented homes", unit: "% of households", counts: /^social rented/i },
  { id: "private-rented", title: "Private rented homes", unit: "% of households", counts: /^private rented/i },
  { id: "no-car", title: "Households without a car or van", unit: "% of households", counts: /^no cars? or vans?/i },
  {
    id: "little-english",
    title: "Cannot speak English well or at all",
    unit: "% of residents aged 3 and over",
    counts: /cannot speak english/i,
  },
  {
    id: "unemployed",
    title: "Unemployed",
    unit: "% of residents aged 16 and over",
    counts: /^economically active.*: unemployed/i,
  },
  {
    id: "long-term-sick",
    title: "Not working: long-term sick or disabled",
    unit: "% of residents aged 16 and over",
    counts: /^economically inactive: long-term sick/i,
  },
  {
    id: "no-qualifications",
    title: "No qualifications",
    unit: "% of residents aged 16 and over",
    counts: /^no qualifications$/i,
  },
  {
    id: "overcrowded",
    title: "Overcrowded homes",
    unit: "% of households",
    counts: /^occupancy rating of (bedrooms|rooms): -/i,
  },
  {
    id: "minority-ethnic",
    title: "Ethnic groups other than White",
    unit: "% of residents",
    counts: /^(asian|black|mixed or multiple|other ethnic group)/i,
  },
];

/** Rows that add others up, or that nobody was asked about. */
export const isTotal = (category: string): boolean => /^(total|all |does not apply|not applicable)/i.test(category);

/** The shares that are known to be made of these categories. */
export function knownShares(categories: readonly string[]) {
  return SHARES.map(({ counts, ...share }) => ({
    ...share,
    higherIsMoreNeed: true,
    categories: categories.filter((category) => counts.test(category)),
  })).filter((share) => share.categories.length > 0 && share.categories.length < categories.length);
}

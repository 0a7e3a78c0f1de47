/** What an organisation is in law, as registers tell it. */
export const LEGAL_FORMS = ["public", "private", "sme", "voluntary", "community", "social-enterprise"] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/** The same for a question: "unknown" stands for records that do not say. The order is that of addresses and words. */
export const PROVIDER_FORMS = [...LEGAL_FORMS, "unknown"] as const;
export type ProviderForm = (typeof PROVIDER_FORMS)[number];

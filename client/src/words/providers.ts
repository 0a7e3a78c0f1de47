import type { ProviderForm } from "@needs-map/shared/domain/legal-forms";

/** What a legal form is called on screen. */
export const FORM_NAMES: Record<ProviderForm, string> = {
  public: "Public",
  private: "Private",
  sme: "Small business",
  voluntary: "Voluntary",
  community: "Community-run",
  "social-enterprise": "Social enterprise",
  unknown: "Not known",
};

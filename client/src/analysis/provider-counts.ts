import type { Service } from "@needs-map/shared/contract/service";
import { counts, type Providers, providerForms } from "@needs-map/shared/domain/gap/providers";
import { PROVIDER_FORMS, type ProviderForm } from "@needs-map/shared/domain/legal-forms";

/** One legal form with the services of it. */
export interface FormCount {
  readonly form: ProviderForm;
  readonly count: number;
}

/** How many services of each legal form there are: the forms that occur, and those that were chosen. */
export function formCounts(services: readonly Service[], chosen: Providers["forms"]): FormCount[] {
  return PROVIDER_FORMS.map((form) => ({
    form,
    count: services.filter(({ legalForm }) => (legalForm ?? "unknown") === form).length,
  })).filter(({ form, count }) => count > 0 || chosen?.includes(form));
}

/**
 * The forms that count once one of those offered is put in or out: null for all that occur; the same as before where
 * none would be left.
 */
export function withForm(
  forms: Providers["forms"],
  offered: readonly FormCount[],
  form: ProviderForm,
  on: boolean,
): Providers["forms"] {
  const now = forms ?? offered.map((one) => one.form);
  const next = on ? [...now, form] : now.filter((other) => other !== form);
  if (next.length === 0) return forms;
  return offered.every((one) => one.count === 0 || next.includes(one.form)) ? null : providerForms(next);
}

/** The services that count under a choice of providers. */
export const countedServices = (services: readonly Service[], providers: Providers): readonly Service[] =>
  providers.forms === null && providers.unchecked ? services : services.filter((service) => counts(providers, service));

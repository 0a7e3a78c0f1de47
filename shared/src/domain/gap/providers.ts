import { LEGAL_FORMS, type LegalForm, PROVIDER_FORMS, type ProviderForm } from "../legal-forms.ts";
import type { ServiceArrays } from "../place-arrays.ts";

/** Whose services count. */
export interface Providers {
  /** Legal forms that count, in the order of `PROVIDER_FORMS`; null for all of them. */
  readonly forms: readonly ProviderForm[] | null;
  /** Whether records that nobody has checked lately count (half); false leaves them out. */
  readonly unchecked: boolean;
}

/** Every service that is listed. */
export const EVERY_PROVIDER: Providers = { forms: null, unchecked: true };

/** Position of a legal form in `LEGAL_FORMS`; −1 where the record does not say. */
export const formRow = (form: LegalForm | null): number => (form === null ? -1 : LEGAL_FORMS.indexOf(form));

/** Known forms once each and in their one order; null when none is left or all are. */
export function providerForms(written: readonly string[]): readonly ProviderForm[] | null {
  const forms = PROVIDER_FORMS.filter((form) => written.includes(form));
  return forms.length === 0 || forms.length === PROVIDER_FORMS.length ? null : forms;
}

/** "public,voluntary unchecked=0": one spelling for each choice, to keep what was made for it. */
export const providersKey = ({ forms, unchecked }: Providers): string =>
  `${forms?.join(",") ?? "all"}${unchecked ? "" : " unchecked=0"}`;

/** Whether one record counts. */
export function counts(
  { forms, unchecked }: Providers,
  service: { readonly legalForm: LegalForm | null; readonly checked: boolean },
): boolean {
  return (forms === null || forms.includes(service.legalForm ?? "unknown")) && (unchecked || service.checked);
}

/**
 * The services that count, in the order they had; an engine made of them answers as if there were no others.
 *
 * A record is unchecked where its confidence is below 1; its form is unknown where `form` is −1.
 */
export function withProviders(services: ServiceArrays, providers: Providers): ServiceArrays {
  if (providers.forms === null && providers.unchecked) return services;
  return keepServices(services, (row) =>
    counts(providers, {
      legalForm: LEGAL_FORMS[services.form[row] ?? -1] ?? null,
      checked: services.confidence[row] === 1,
    }),
  );
}

/** The services of the rows that are kept, in the order they had. */
export function keepServices(services: ServiceArrays, keeps: (row: number) => boolean): ServiceArrays {
  const rows = Array.from(services.lon.keys()).filter(keeps);
  if (rows.length === services.lon.length) return services;
  const real = (values: Float64Array) => Float64Array.from(rows, (row) => values[row] as number);
  const whole = (values: Int32Array) => Int32Array.from(rows, (row) => values[row] as number);
  return {
    lon: real(services.lon),
    lat: real(services.lat),
    capacity: real(services.capacity),
    confidence: real(services.confidence),
    ward: whole(services.ward),
    form: whole(services.form),
    neighboursKnown: services.neighboursKnown,
  };
}

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "x-frame-options": "DENY",
} as const;

const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Headers of answers that are data: nothing in them may run or load. */
export const DATA_HEADERS: Readonly<Record<string, string>> = { ...EVERYWHERE, "content-security-policy": DATA_POLICY };

/**
 * Headers of pages: scripts, styles and fonts from here alone; MapLibre's worker; pictures that it makes.
 *
 * @param styleUrl address of a map style, whose origin may be asked for tiles
 */
export function pageHeaders(styleUrl: string | null): Readonly<Record<string, string>> {
  const tiles = styleUrl ? ` ${new URL(styleUrl).origin}` : "";
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "script-src 'self'",
    "worker-src 'self' blob:",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' data: blob:${tiles}`,
    `connect-src 'self'${tiles}`,
    "manifest-src 'self'",
  ];
  return { ...EVERYWHERE, "content-security-policy": policy.join("; ") };
}

const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? null;

/** Address of a map style to lay beneath the place's own layers, as the server was told; null for the plain map. */
export const mapStyleUrl = (): string | null => meta("map-style-url");

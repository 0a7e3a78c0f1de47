/** Values kept by name, the most recently used few. */
export interface Recent<T> {
  /** The kept value, or a new one, made once however many ask meanwhile. A value that fails is not kept. */
  get(name: string, make: () => Promise<T>): Promise<T>;
}

/** Keeps the `size` values used last. */
export function createRecent<T>(size: number): Recent<T> {
  const kept = new Map<string, Promise<T>>();
  return {
    get(name, make) {
      const value = kept.get(name) ?? make();
      kept.delete(name);
      kept.set(name, value);
      value.catch(() => kept.get(name) === value && kept.delete(name));
      for (const oldest of kept.keys()) {
        if (kept.size <= size) break;
        kept.delete(oldest);
      }
      return value;
    },
  };
}

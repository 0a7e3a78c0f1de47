/**
 * Asks an address again and again until it answers with this status; the test's own time limit ends it otherwise.
 *
 * @returns the answer that had it
 */
export async function askUntil(url: string, status: number): Promise<Response> {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response?.status === status) return response;
    await response?.arrayBuffer();
  }
}

import { prepareSample } from "./sample-database.ts";

/** Before the first test file: makes the sample databases that every file copies, so that no two files make one at once. */
export default async function prepareSamples(): Promise<void> {
  await prepareSample("");
  if (process.env.TEST_DATABASE_URL) await prepareSample(process.env.TEST_DATABASE_URL);
}

import { openingHours } from "@needs-map/server/imports/read/opening-hours";
import { expect, test } from "vitest";

test("days with the same hours are joined", () => {
  const week = ["09:00-18:00", "09:00-18:00", "09:00-18:00", "09:00-18:00", "09:00-18:00", "CLOSED", "CLOSED"];
  expect(openingHours(week)).toBe("Mon–Fri 09:00–18:00, Sat and Sun closed");
});

test("a break at noon is kept", () => {
  const day = "09:00-13:00,14:00-18:00";
  expect(openingHours([day, day, "09:00-13:00", day, day, "CLOSED", "CLOSED"])).toBe(
    "Mon and Tue 09:00–13:00 and 14:00–18:00, Wed 09:00–13:00, Thu and Fri 09:00–13:00 and 14:00–18:00, Sat and Sun closed",
  );
});

test("days of which nothing is known are not called closed", () => {
  expect(openingHours(["", "", "10:00-12:00", "", "", "", ""])).toBe("Wed 10:00–12:00");
  expect(openingHours(["", "", "", "", "", "", ""])).toBeNull();
  expect(openingHours([])).toBeNull();
});

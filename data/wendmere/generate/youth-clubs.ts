import { council, type Runner, run } from "./service-plan.ts";

interface YouthClub extends Runner {
  readonly ward: string;
  readonly name: string;
  /** Young people it has room for; null where it has not said. */
  readonly capacity: number | null;
  readonly checked: boolean;
  readonly times: string;
  readonly cost: string;
}

const club = (
  ward: string,
  name: string,
  by: Runner,
  capacity: number | null,
  times: string,
  cost: string,
  record: { checked: boolean } = { checked: true },
): YouthClub => ({
  ward,
  name,
  ...by,
  capacity,
  times,
  cost,
  ...record,
});

const youthTrust = run("Wendmere Youth Trust", "voluntary");

/** The youth clubs: many in the south-west, hardly any in the poor east. */
export const YOUTH_CLUBS: readonly YouthClub[] = [
  club("Market", "The Loft at the Corn Exchange", youthTrust, 110, "Mon to Fri 4–9 pm", "Free"),
  club(
    "Mill Lane",
    "Mill Lane Arts",
    run("Mill Lane Arts Collective", "social-enterprise"),
    90,
    "Tue, Wed and Fri 5–8.30 pm",
    "£1 a session",
  ),
  club(
    "Weirside",
    "Weirside Boxing Gym",
    run("Weirside Amateur Boxing Club", "community"),
    24,
    "Tue and Thu 6–8 pm",
    "£2 a session",
    { checked: false },
  ),
  club("Castle Hill", "Castle Hill Youth Centre", council, 130, "Mon, Wed and Fri 6–9 pm", "Free"),
  club("Abbey Gate", "Abbey Gate Juniors and Seniors", youthTrust, 90, "Tue and Thu 6–9 pm", "50p a session"),
  club(
    "Brookside",
    "Brookside Youth and Skate",
    run("Brookside Skate Community", "community"),
    100,
    "Daily 4–8 pm",
    "Free",
  ),
  club(
    "Kingsmead",
    "Kingsmead Scout Hall",
    run("Kingsmead Scout Hall Friends", "community"),
    100,
    "Mon to Thu 6.30–8.30 pm",
    "£2 a session",
  ),
  club(
    "Long Meadow",
    "Long Meadow Youth Night",
    run("Long Meadow Community Hall", "community"),
    45,
    "Fri 6–9 pm",
    "£1 a session",
    { checked: false },
  ),
  club("Greenacre", "Greenacre Club", youthTrust, 105, "Tue and Thu 6.30–9 pm", "£1 a session"),
  club(
    "Fairmead",
    "Fairmead Sports and Social",
    run("Fairmead Sports Association", "community"),
    110,
    "Mon to Sat 4.30–8 pm",
    "£2.50 a session",
  ),
  club(
    "Ashdown Green",
    "Ashdown Green Village Youth",
    run("Ashdown Green Village Hall", "community"),
    95,
    "Wed and Fri 6.30–9 pm",
    "£2 a session",
  ),
  club("Copse End", "The Copse Cabin", run("Copse Cabin Volunteers", "voluntary"), 85, "Thu 6–8.30 pm", "£1 a session"),
  club("Larkfield", "Larkfield Youth Club", council, 105, "Mon and Wed 6–9 pm", "Free"),
  club("Whitmoor", "Whitmoor Hall Youth Night", run("Whitmoor Hall", "community"), 64, "Fri 7–9 pm", "£1 a session"),
  club(
    "Quarry Bank",
    "Quarry Bank Institute",
    run("Quarry Bank Institute", "voluntary"),
    40,
    "Mon and Thu 6–8.30 pm",
    "£1 a session",
  ),
  club(
    "Holm Valley",
    "Holm Barn Youth Night",
    run("Holm Barn Committee", "community"),
    null,
    "Fri 7–9 pm",
    "£1 a session",
    { checked: false },
  ),
];

import type { LegalForm } from "@needs-map/shared/domain/legal-forms";

export interface Runner {
  readonly organisation: string;
  readonly form: LegalForm;
}

/** How the services of one type are set up: who runs them, what they are called, when they open and what they cost. */
interface ServicePlan {
  readonly type: string;
  readonly runners: readonly Runner[];
  /** {ward} and {street} are filled in; the first is used for the first service of a ward. */
  readonly names: readonly [string, ...string[]];
  readonly times: readonly string[];
  readonly cost: string;
  /** Places offered, least and most; null where none are published. */
  readonly capacity: readonly [number, number] | null;
}

export const run = (organisation: string, form: Runner["form"]): Runner => ({ organisation, form });
export const council = run("Wendmere Council", "public");

export const SERVICE_PLANS: readonly ServicePlan[] = [
  {
    type: "after-school-clubs",
    runners: [
      run("Wendmere Play Association", "voluntary"),
      run("Kite and Kettle Childcare", "sme"),
      council,
      run("Bright Step Clubs", "social-enterprise"),
    ],
    names: ["{ward} After School", "The Den, {street}"],
    times: ["Mon to Fri 3.15–5.45 pm, term time", "Mon to Thu 3.15–6 pm, term time"],
    cost: "£9 a session; free places for families on low incomes",
    capacity: [28, 64],
  },
  {
    type: "family-hubs",
    runners: [council, run("Wend Valley Families", "voluntary")],
    names: ["{ward} Family Hub", "{street} Children’s Centre"],
    times: ["Mon to Fri 9 am–4.30 pm", "Mon to Fri 9 am–4 pm; Sat 9.30 am–12 noon"],
    cost: "Free",
    capacity: null,
  },
  {
    type: "lunch-clubs",
    runners: [
      run("Wendmere Age Together", "voluntary"),
      run("Table for All", "community"),
      run("Good Neighbours of the Wend", "community"),
    ],
    names: ["{ward} Lunch Club", "The Long Table, {street}"],
    times: ["Tue 12 noon–2 pm", "Thu 12 noon–2 pm", "Mon and Wed 11.30 am–1.30 pm", "Fri 12 noon–2 pm"],
    cost: "£5 for two courses",
    capacity: [24, 56],
  },
  {
    type: "general-practices",
    runners: [
      run("Wend Valley Doctors", "private"),
      run("Northbank Health Partnership", "private"),
      run("Wendmere Community Health", "social-enterprise"),
    ],
    names: ["{ward} Surgery", "{street} Medical Practice", "{street} Health Centre"],
    times: ["Mon to Fri 8 am–6.30 pm", "Mon to Fri 8 am–6.30 pm; Tue until 8 pm"],
    cost: "Free",
    capacity: null,
  },
  {
    type: "pharmacies",
    runners: [run("Wend Chemists", "sme"), run("Pestle and Co", "sme"), run("Borough Pharmacy Group", "private")],
    names: ["{ward} Pharmacy", "{street} Pharmacy", "Pestle and Co, {street}", "Wend Chemists, {street}"],
    times: ["Mon to Fri 9 am–6 pm; Sat 9 am–1 pm", "Mon to Sat 8.30 am–7 pm"],
    cost: "Prescription charge, free for many",
    capacity: null,
  },
  {
    type: "dentists",
    runners: [run("Bridge Dental Care", "sme"), run("Priory Dental Group", "private"), run("Wendmere Smiles", "sme")],
    names: ["{ward} Dental Practice", "{street} Dental Care"],
    times: ["Mon to Fri 8.30 am–5.30 pm", "Mon to Thu 9 am–5 pm; Fri 9 am–1 pm"],
    cost: "Standard charges, free for many",
    capacity: null,
  },
  {
    type: "mental-health",
    runners: [run("Open Window Wendmere", "voluntary"), run("Steady Ground", "social-enterprise")],
    names: ["{ward} Wellbeing Group", "Steady Ground, {street}"],
    times: ["Wed 6.30–8.30 pm", "Mon 1–3 pm and Thu 6–8 pm"],
    cost: "Free",
    capacity: [24, 70],
  },
  {
    type: "advice",
    runners: [
      run("Wendmere Advice Network", "voluntary"),
      run("Docklands Law Centre of Wendmere", "voluntary"),
      council,
    ],
    names: ["{ward} Advice Centre", "Money and Homes Advice, {street}"],
    times: ["Mon to Fri 10 am–4 pm", "Mon, Wed and Fri 9.30 am–3.30 pm"],
    cost: "Free",
    capacity: null,
  },
  {
    type: "food-banks",
    runners: [run("Wendmere Larder", "voluntary"), run("Open Door Pantry", "community")],
    names: ["{ward} Larder", "Open Door Pantry, {street}"],
    times: ["Tue and Fri 10 am–1 pm", "Wed 2–5 pm; Sat 10 am–12 noon"],
    cost: "Free, by referral",
    capacity: null,
  },
  {
    type: "job-clubs",
    runners: [run("Wendmere Skills Exchange", "social-enterprise"), council],
    names: ["{ward} Job Club", "Skills Exchange, {street}"],
    times: ["Tue and Thu 10 am–3 pm", "Mon to Wed 9.30 am–1 pm"],
    cost: "Free",
    capacity: [30, 75],
  },
  {
    type: "libraries",
    runners: [council, run("Friends of Wendmere Libraries", "community")],
    names: ["{ward} Library", "{street} Library"],
    times: ["Mon to Fri 9.30 am–6 pm; Sat 10 am–4 pm", "Tue, Thu and Fri 10 am–5 pm; Sat 10 am–1 pm"],
    cost: "Free",
    capacity: null,
  },
];

const TYPES_OF_COUNTS = [
  "advice",
  "libraries",
  "general-practices",
  "pharmacies",
  "dentists",
  "lunch-clubs",
  "family-hubs",
  "food-banks",
  "mental-health",
  "after-school-clubs",
  "job-clubs",
] as const;

/** How many services of each type (columns as above) a ward has: thick in the centre, thin where need is greatest. */
const COUNTS: Readonly<Record<string, readonly number[]>> = {
  "Abbey Gate": [0, 1, 1, 2, 1, 1, 0, 0, 1, 2, 0],
  "Ashdown Green": [0, 1, 1, 1, 1, 2, 0, 0, 0, 1, 0],
  Brookside: [0, 0, 1, 2, 1, 1, 1, 0, 0, 2, 0],
  "Canal Side": [0, 0, 1, 2, 1, 1, 1, 1, 0, 1, 0],
  "Castle Hill": [0, 1, 2, 2, 2, 2, 0, 0, 1, 2, 0],
  "Copse End": [0, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0],
  Eastgate: [1, 1, 1, 2, 0, 1, 1, 2, 0, 1, 1],
  Fairmead: [0, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0],
  Greenacre: [0, 1, 1, 2, 1, 1, 0, 0, 0, 2, 0],
  Hawthorn: [0, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0],
  "Holm Valley": [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0],
  Kingsmead: [0, 1, 1, 2, 1, 1, 0, 0, 0, 2, 0],
  Larkfield: [0, 1, 1, 2, 1, 1, 0, 0, 0, 2, 0],
  "Long Meadow": [0, 0, 1, 1, 1, 1, 1, 0, 0, 1, 0],
  Market: [3, 1, 2, 4, 3, 1, 0, 1, 2, 0, 2],
  "Mill Lane": [1, 1, 1, 2, 1, 1, 1, 1, 0, 1, 0],
  Northfields: [0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 0],
  "Old Docks": [1, 0, 1, 2, 1, 0, 1, 1, 1, 1, 1],
  Priory: [1, 0, 2, 2, 3, 1, 0, 1, 2, 1, 1],
  "Quarry Bank": [0, 1, 1, 2, 0, 1, 1, 1, 0, 1, 0],
  Riverside: [1, 0, 1, 2, 1, 1, 1, 2, 0, 1, 1],
  Stonebridge: [1, 1, 1, 2, 1, 1, 1, 1, 0, 1, 0],
  Weirside: [0, 1, 1, 2, 0, 1, 1, 1, 1, 1, 0],
  Whitmoor: [0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 0],
};

export const countIn = (ward: string, type: string): number =>
  COUNTS[ward]?.[TYPES_OF_COUNTS.indexOf(type as (typeof TYPES_OF_COUNTS)[number])] ?? 0;

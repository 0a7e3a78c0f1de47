import { accessWithin } from "@needs-map/shared/domain/access/catchment-access";
import { twoStepTask } from "./two-step-task.ts";

/** Prints by how many bytes the process grew at most while it answered; run in a process of its own. */
const { demand, supply, limitMetres } = twoStepTask();
const before = process.memoryUsage.rss();
accessWithin(demand, supply, limitMetres);
console.log(process.resourceUsage().maxRSS * 1024 - before);

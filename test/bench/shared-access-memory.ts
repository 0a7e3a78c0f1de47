import { sharedAccess } from "./shared-access.ts";
import { twoStepTask } from "./two-step-task.ts";

/** Prints by how many bytes the process grew at most while it answered; run in a process of its own. */
const task = twoStepTask();
const before = process.memoryUsage.rss();
sharedAccess(task);
console.log(process.resourceUsage().maxRSS * 1024 - before);

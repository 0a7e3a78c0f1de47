import { linkFaults } from "./link-faults.ts";
import { readQuery } from "./view.ts";

/** What the link that opened this page asked for and cannot have; read before the address takes its one form. */
export const openedLink: readonly string[] = linkFaults(readQuery(window.location.search));

/** The audit is not as it was written. */
export class BrokenAudit extends Error {}

import { bigint, index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * Every change and every look at contact details. Rows are added and never changed: triggers of the database refuse
 * anything else and chain each row to the one before.
 *
 * It holds references, never words or contacts, so that erasing a need leaves history whole.
 */
export const auditEntry = pgTable(
  "audit_entry",
  {
    /** Set by the trigger, without gaps. */
    seq: bigint("seq", { mode: "number" }).primaryKey().default(0),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
    placeId: text("place_id"),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id"),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    detail: jsonb("detail").$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    /** SHA-256 of this row with the hash of the one before, in hex; set by the trigger. */
    hash: text("hash").notNull().default(""),
  },
  (table) => [
    index("audit_entry_by_place").on(table.placeId, table.seq),
    index("audit_entry_by_subject").on(table.subjectKind, table.subjectId),
  ],
);

/** The last row's number and hash: one row, which takes the place of a lock between writers. */
export const auditHead = pgTable("audit_head", {
  only: integer("only").primaryKey(),
  seq: bigint("seq", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
});

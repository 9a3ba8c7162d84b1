// What a solver says of a schedule that it proposes: who moderates, what is interpreted, what it costs, and why talks have no place.

/** What a solver says of a schedule beside its places; the checker has recomputed it. */
export type ScheduleQuality = {
  status: 'optimal' | 'limit';
  objective: number;
  /** What no schedule can cost less than. */
  bound: number | null;
  gap: number | null;
  /** The objective by soft rule. */
  terms: { [term: string]: number };
  solver: string;
  /** Minutes from midnight at the venue, where the day had begun: what stood earlier could not move. */
  now: number | null;
};
/** Why a talk has no place: how many of all slots each rule excludes, and the one change that would give it a place. */
export type Left = {
  talk: string;
  reasons: string[];
  slots?: number;
  excluded?: { rule: string; slots: number }[];
  relief?: Relief | null;
};
export type Relief =
  | { kind: 'whole-day' | 'other-meetings' | 'own-clock' | 'delegation' | 'unpin-own' | 'room' }
  | { kind: 'team'; language: string }
  | { kind: 'booth'; room: string }
  | { kind: 'unpin'; talk: string }
  | { kind: 'slot'; block: string };
/** By session, `<block>/<room>`. */
export type Moderators = { [session: string]: string | null };
export type Interpretation = { [session: string]: string[] };

// Judges, panels and their sheets, as Kysely sees them.
import type { Generated } from 'kysely';
import type { KeptSignature, Winner } from '../../domain/messages.ts';
import type { MeetingContent } from '../../domain/panel/agenda.ts';
import type { CountedSheet, Entry, Shortlist } from '../../domain/panel/messages.ts';
import type { TallyResult } from '../../domain/tally/tally.ts';
import type { Auto, Json, Maybe, MaybeJson, MaybeTime, Time } from './columns.ts';

export type JudgingTables = {
  judges: {
    cycle_id: string;
    judge_id: string;
    groups: string[];
    country: string | null;
    status: 'invited' | 'accepted' | 'declined' | 'released';
    terms: Maybe<string>;
    languages: Generated<string[]>;
    themes: Generated<string[]>;
    wishes: Generated<string[]>;
    capacity: Maybe<number>;
    finished: Generated<string[]>;
  };
  judge_conflicts: {
    cycle_id: string;
    judge_id: string;
    nomination_id: string;
    kind: string;
    reason: string;
    status: 'declared' | 'upheld' | 'dismissed';
    declared_at: Time;
    /** By what the system has found it, where nobody has declared it. */
    found: Maybe<string>;
    settled_reason: Maybe<string>;
    settled_by: Maybe<string>;
    settled_at: MaybeTime;
  };
  /** Entries that a judge has said to have no conflict with. */
  judge_clearances: { cycle_id: string; judge_id: string; nomination_id: string; declared_at: Time };
  /** Handed in after the end: kept for the chair, and counted nowhere. */
  late_sheets: {
    late_id: string;
    nomination_id: string;
    judge_id: string;
    round: string;
    cycle_id: string;
    panel_group: string;
    scores: Json<{ criterion: string; points: number | null; comment: string }[]>;
    /** The code of the refusal. */
    refusal: string;
    arrived_at: Auto;
  };
  /** What retention has taken away: how much of what, never what it said. */
  deletions: { cycle_id: string; what: 'panel-notes' | 'late-sheets'; rows: number; deleted_at: Auto };
  late_sheet_views: { late_id: string; person_id: string; seen_at: Auto };
  panels: {
    cycle_id: string;
    panel_group: string;
    country: string | null;
    category: string;
    status: 'formed' | 'scoring' | 'closed' | 'sealed' | 'decided' | 'signed';
    entries: Json<Entry[]>;
    judges: string[];
    reserves: string[];
    chair: string | null;
    deputy_chair: string | null;
    round: string;
    /** Where the round ends before judging does. */
    round_closes_at: MaybeTime;
    /** The least number of sheets of single entries, where it was lowered. */
    lowered: Generated<{ [nominationId: string]: number }>;
    called: Generated<{ nominationId: string; judgeId: string }[]>;
    /** Entries that did not go on from an earlier round. */
    left_out: Generated<Entry[]>;
    tally: MaybeJson<TallyResult>;
    /** What the sealed tally counted. */
    sheets: MaybeJson<CountedSheet[]>;
    decision: MaybeJson<Winner[]>;
    decision_number: Generated<number>;
    reasons: Maybe<string>;
    source: Maybe<string>;
    formed_at: Time;
    signed_at: MaybeTime;
  };
  /** As they stood when those who go on were first settled; only who that is may be settled anew, and what was before stays. */
  panel_rounds: {
    cycle_id: string;
    panel_group: string;
    number: number;
    round: string;
    entries: Json<Entry[]>;
    judges: string[];
    lowered: { [nominationId: string]: number };
    called: { nominationId: string; judgeId: string }[];
    tally: Json<TallyResult>;
    sheets: Json<CountedSheet[]>;
    shortlist: Json<Shortlist>;
    /** What was settled before, in that order. */
    earlier: Generated<(Shortlist & { at: string })[]>;
    /** When it was settled last. */
    ended_at: Time;
  };
  scorecards: {
    nomination_id: string;
    judge_id: string;
    round: string;
    cycle_id: string;
    panel_group: string;
    country: string;
    category: string;
    dossier_version: number;
    status: 'assigned' | 'submitted' | 'reopened' | 'recused';
    /** Null where the judge abstained. */
    points: MaybeJson<{ criterion: string; points: number | null }[]>;
    comments: Maybe<string>;
    version: number;
    assigned_at: Time;
    submitted_at: MaybeTime;
  };
  /** Scored by every judge before the real entries; `content` and `earlier` as in the event. */
  reference_entries: {
    cycle_id: string;
    panel_group: string;
    reference_id: string;
    earlier: string | null;
    content: string;
    points: Json<{ criterion: string; points: number }[]>;
    added_at: Time;
  };
  reference_sheets: {
    cycle_id: string;
    panel_group: string;
    reference_id: string;
    judge_id: string;
    points: Json<{ criterion: string; points: number | null }[]>;
    comments: string | null;
    scored_at: Time;
  };
  /** What members of a panel note of an entry; deleting one deletes its versions. */
  panel_notes: {
    note_id: string;
    cycle_id: string;
    panel_group: string;
    nomination_id: string;
    author_id: string;
    version: Generated<number>;
    text: string;
    written_at: Auto;
    revised_at: MaybeTime;
  };
  /** What a note said before it was revised. */
  panel_note_versions: { note_id: string; version: number; text: string; written_at: Time };
  /** Agenda and course of a panel's meeting, each version as it was saved. */
  panel_meetings: {
    cycle_id: string;
    panel_group: string;
    version: number;
    content: Json<MeetingContent>;
    written_by: string;
    written_at: Auto;
  };
  signed_decisions: {
    cycle_id: string;
    panel_group: string;
    number: number;
    signature: Json<KeptSignature>;
    signed_by: string;
    at: Time;
  };
};

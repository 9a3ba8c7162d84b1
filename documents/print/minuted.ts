// What a meeting on paper is made of.
import type { Texts, Winner } from '../../domain/messages.ts';

export type Item = {
  itemId: string;
  nominationId: string | null;
  title: string;
  organisation: Texts | null;
  flags: string[];
  mustLeave: { judgeId: string; because: 'declared' | 'country' }[];
  said: string;
  left: string[];
  answers: { flag: string; text: string }[];
  notes: string[];
  noted: { noteId: string; name: string; text: string }[];
};
type Scored = {
  nominationId: string;
  organisation: Texts;
  rank: number | null;
  unranked: string | null;
  submitted: number;
  shown: string | null;
  shownMean: string | null;
  lowest: string | null;
  highest: string | null;
};
export type Minuted = {
  cycle: Texts;
  cycleZone: string;
  category: Texts;
  /** Null where one panel judges for all countries. */
  country: Texts | null;
  group: string;
  meeting: {
    version: number;
    heldAt: string | null;
    zone: string;
    place: string;
    present: string[];
    guests: string;
    members: { judgeId: string; name: string; part: 'chair' | 'deputy' | 'member' }[];
    items: Item[];
    motions: {
      itemId: string;
      text: string;
      votes: { judgeId: string; choice: string | null }[];
      left: string[];
    }[];
  };
  /** Entries whose scores may be shown. */
  board: {
    method: string | null;
    entries: Scored[];
    /** About the whole ranking, where all of it may be shown. */
    flags: { flag: string; detail: string; shown: string | null }[];
  };
  /** Those that are over, in their order; empty where the panel judges in one. */
  rounds: {
    names: Texts;
    next: Texts;
    /** Where it was settled anew: each time why, when, and who had gone on until then. */
    anew: { reason: string; at: string; before: Texts[] }[];
    /** `rank` and `shown` are null where scores may not be shown. */
    entries: {
      organisation: Texts;
      rank: number | null;
      shown: string | null;
      goesOn: boolean;
      /** Why it departs from the rule of the award. */
      reason: string | null;
    }[];
  }[];
  votes: { entries: string[]; votes: { judgeId: string; choice: string | null }[] }[];
  decision: {
    number: number;
    winners: Winner[];
    reasons: string;
    departure: string | null;
    reasonsOf: { laureateId: string; reason: string }[];
    signedAt: string | null;
  } | null;
  heads: { size: number; root: string; signature: string }[];
};

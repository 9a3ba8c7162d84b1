// What is circulated of a group: whom its signed decision names, as the endorsers read it.
import type { KeptSignature, Texts } from '../messages.ts';

type Country = { iso2: string; names: Texts };
export type NoteLine = {
  laureateId: string;
  /** 1 for the first of its place. */
  order: number;
  country: Country;
  organisation: Texts;
  title: Texts;
  /** The text of the form's citation field, where the award has one and it was filled in. */
  citation: Texts | string | null;
  /** Out of 100, where the award publishes scores. */
  score: string | null;
  /** The version of the dossier that the secretariat has verified; null while it has not. */
  verified: { version: number; at: string; note: string } | null;
};
export type GroupNote = {
  group: string;
  category: { key: string; names: Texts };
  /** Null where one panel judges for all countries. */
  country: Country | null;
  decision: {
    number: number;
    /** On the panel's own scores, or recorded from what was decided on paper. */
    basis: 'scores' | 'outside';
    source: string | null;
    signedAt: string;
    signature: KeptSignature;
  };
  laureates: NoteLine[];
  runnersUp: NoteLine[];
};

// What makes results checkable, as Kysely sees it.
import type { Head } from '../../domain/verify/messages.ts';
import type { Auto, Json, Maybe, MaybeTime, Time } from './columns.ts';

export type VerificationTables = {
  /** What the pseudonyms of a panel are made with. */
  panel_secrets: { cycle_id: string; panel_group: string; secret: string };
  /** Salt and name are gone once the person was erased. */
  judge_commitments: {
    cycle_id: string;
    judge_id: string;
    salt: Maybe<string>;
    name: Maybe<string>;
    commitment: string;
  };
  /** Every public key that this installation has signed with. */
  signing_keys: { public_key: string; since: Auto };
  /** As it was signed first: another key later does not sign it again. */
  signed_heads: { cycle_id: string; panel_group: string; size: number; head: Json<Head> };
  /** The text of what was published, by its hash, and as a part of which publication; a nominee's with its nomination. */
  bundles: {
    hash: string;
    publication: string;
    nomination_id: string | null;
    cycle_id: string;
    panel_group: string;
    content: string;
  };
  published_bundles: {
    event_id: string;
    cycle_id: string;
    panel_group: string;
    audience: 'country' | 'nominee' | 'public';
    number: number;
    hash: string;
    published_by: string;
    published_at: Time;
    withdrawn_at: MaybeTime;
    /** Why it was withdrawn. */
    reason: Maybe<string>;
  };
};

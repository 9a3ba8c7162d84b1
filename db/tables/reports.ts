// Mission reports and proceedings, as Kysely sees them: where each stands, its versions, and what these say.
import type { Generated } from 'kysely';
import type { ProceedingsContent } from '../../domain/proceedings/messages.ts';
import type { Audience, ReportContent, Source } from '../../domain/report/messages.ts';
import type { Auto, Json, Maybe, MaybeTime, Time } from './columns.ts';

export type ReportTables = {
  reports: {
    forum_id: string;
    country: string;
    cycle_id: string | null;
    latest: Generated<number>;
    handed_in: Maybe<number>;
    handed_in_by: Maybe<string>;
    approved: Maybe<number>;
    audience: Maybe<Audience>;
    published: Maybe<number>;
    superior: Maybe<string>;
    /** Why the version `returned` came back. */
    note: Maybe<string>;
    returned: Maybe<number>;
    changed_at: Time;
    /** When the newest version came to where it stands. */
    since: MaybeTime;
  };
  report_versions: {
    forum_id: string;
    country: string;
    version: number;
    hash: string;
    source: Source;
    saved_by: string;
    saved_at: Time;
  };
  /** By hash; what is about a person goes with that person. */
  report_texts: {
    forum_id: string;
    country: string;
    hash: string;
    content: Json<ReportContent>;
    written_by: string;
    written_at: Auto;
  };
  report_pictures: {
    file_id: string;
    forum_id: string;
    country: string;
    registered_by: string;
    registered_at: Auto;
  };
  proceedings: {
    forum_id: string;
    block: string;
    room: string;
    latest: Generated<number>;
    published: Maybe<number>;
    changed_at: Time;
  };
  proceedings_versions: {
    forum_id: string;
    block: string;
    room: string;
    version: number;
    hash: string;
    recorded_at: Time;
  };
  proceedings_texts: {
    forum_id: string;
    block: string;
    room: string;
    hash: string;
    content: Json<ProceedingsContent>;
    written_by: string;
    written_at: Auto;
  };
  /** Half-written: saved as it is written. */
  proceedings_drafts: {
    forum_id: string;
    block: string;
    room: string;
    version: number;
    content: Json<ProceedingsContent>;
    saved_by: string;
    saved_at: Auto;
  };
};

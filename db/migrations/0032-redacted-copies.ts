// Copies of a nomination's files without names, for judges who must not see them.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table files drop constraint files_kind_check;
alter table files add constraint files_kind_check check (kind in ('attachment', 'letter', 'supporting-letter', 'photo', 'slides', 'redacted'));
create table redacted_copies (
  file_id uuid primary key references files (file_id), original uuid not null references files (file_id));
create index redacted_copies_original on redacted_copies (original);
`)
    .execute(db);
}

// The event store: streams, events, commands, capacities, and the functions that refuse.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
  await sql.raw(functions).execute(db);
  await sql.raw(settings).execute(db);
}

const tables = `
create table streams (
  stream_id text primary key, kind text not null, cycle_id text, version int8 not null)
  with (fillfactor = 70, vacuum_truncate = off);
create table events (
  stream_id text not null, version int8 not null, position int8 generated always as identity, tx xid8 not null default pg_current_xact_id(),
  event_id uuid not null, type text not null, schema_version int2 not null, data json not null, meta json not null,
  recorded_at timestamptz not null default clock_timestamp(), primary key (stream_id, version))
  with (vacuum_truncate = off);
create index events_feed on events (tx, position);
create table commands (
  command_id uuid primary key, stream_id text not null, version int8 not null, actor text not null, request_hash bytea not null,
  at timestamptz not null default now())
  with (vacuum_truncate = off);
create table capacities (
  key text primary key, used int not null, cap int not null, constraint capacity_full check (used between 0 and cap))
  with (fillfactor = 50, vacuum_truncate = off);
create table projections (
  name text, version int, tx xid8 not null default '0', position int8 not null default 0, state text not null default 'running',
  primary key (name, version));
create table snapshots (
  stream_id text, fold_version int, version int8 not null, state json not null, primary key (stream_id, fold_version));
`;

const functions = `
-- Says why an append wrote nothing. 'claimed' tells whether this very statement claimed the command: it sees its own row.
create function refuse(cmd uuid, stream text, expected int8, guard_ids text[], guard_versions int8[], not_after timestamptz, claimed boolean)
returns int8 language plpgsql volatile as $$
declare known commands; moved text; found int8; ours boolean;
begin
  if not claimed then
    select * into known from commands where command_id = cmd;
    raise exception 'command known' using errcode = 'ES000',
      detail = json_build_object('stream', known.stream_id, 'version', known.version, 'actor', known.actor, 'hash', encode(known.request_hash, 'hex'))::text;
  end if;
  select g.id into moved from unnest(guard_ids, guard_versions) g (id, version)
    left join streams s on s.stream_id = g.id where s.version is distinct from g.version limit 1;
  if moved is not null then
    raise exception 'guard moved: %', moved using errcode = 'ES002';
  end if;
  -- A stream that this statement has moved itself was at the expected version: then it was only too late.
  select version, xmin = pg_current_xact_id()::xid into found, ours from streams where stream_id = stream;
  if ours then
    raise exception 'too late, not after %', not_after using errcode = 'ES003';
  end if;
  if coalesce(found, 0) is distinct from expected then
    raise exception 'version moved' using errcode = 'ES001', detail = coalesce(found, 0)::text;
  end if;
  -- All is as expected now: what stood in the way is gone.
  raise exception 'try again' using errcode = '40001';
end $$;

create function no_capacity(key text) returns int language plpgsql volatile as $$
begin
  raise exception 'there is no capacity %', key using errcode = 'ES004';
end $$;

create function cursor_moved(name text) returns int language plpgsql volatile as $$
begin
  raise exception 'the cursor of % was moved', name using errcode = 'ES005';
end $$;

-- The log is append-only, unless a maintenance transaction says that it knows better.
create function refuse_change() returns trigger language plpgsql as $$
begin
  if current_setting('laureate.maintenance', true) = 'on' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception 'events are append-only' using errcode = 'ES009';
end $$;
create trigger events_append_only before update or delete on events for each row execute function refuse_change();
create function refuse_truncate() returns trigger language plpgsql as $$
begin
  if current_setting('laureate.maintenance', true) = 'on' then return null; end if;
  raise exception 'events are append-only' using errcode = 'ES009';
end $$;
create trigger events_no_truncate before truncate on events for each statement execute function refuse_truncate();
`;

// An open transaction that writes holds the feed back: nobody may leave one idle, whatever they connect with. The guards rest on
// read committed. Where the role may not set this, the connections of this program still do.
const settings = `
do $$ begin
  execute format('alter database %I set idle_in_transaction_session_timeout = %L', current_database(), '5s');
  execute format('alter database %I set default_transaction_isolation = %L', current_database(), 'read committed');
exception when insufficient_privilege then null;
end $$;
`;

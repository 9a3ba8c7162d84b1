// npm run bench:store: what the event store costs, as ratios to a floor measured in the same run on the same machine.
import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { type Db, openDatabase } from '../db/database.ts';
import { execute } from '../db/execute.ts';
import { appendSubjects } from './support/appends.ts';
import { closingWaits } from './support/closing.ts';
import { startDatabase } from './support/database.ts';
import {
  cycle,
  cycleStream,
  entriesTable,
  entry,
  entryStream,
  meta,
  projectEntries,
  submission,
} from './support/entries.ts';
import { httpSubject } from './support/http.ts';
import { foldSubjects, projectionSubjects, totalsTable } from './support/reads.ts';
import { type Comparison, compare, type Subject } from './support/slices.ts';

const repetitions = Number(process.argv[2] ?? 10);
let missed = 0;

function report(what: string, of: string, reach: string, reached: boolean, ratio: number, detail: string): void {
  missed += reached ? 0 : 1;
  const cells = [
    what.padEnd(46),
    of.padEnd(34),
    reach.padStart(6),
    ratio.toFixed(2).padStart(6),
    reached ? '      ' : 'missed',
  ];
  console.log(`${cells.join('  ')}  ${detail}`);
}

function atLeast(what: string, of: string, reach: number, { ratio, subject, floor }: Comparison, per = '/s'): void {
  const detail = `${Math.round(subject)}${per} of ${Math.round(floor)}${per}`;
  report(what, of, `≥ ${reach}`, ratio >= reach, ratio, detail);
}

/** One cycle for a measurement: a stream at version 1 that entries guard on. */
async function newCycle(db: Db): Promise<string> {
  const id = `cycle/${randomUUID()}`;
  await execute(db, cycle, cycleStream(id), { type: 'Move' }, meta());
  return id;
}

const submitting = (
  db: Db,
  cycleId: string,
  lanes: number,
  changes: Parameters<typeof submission>[1] = {},
): Subject => ({
  lanes,
  unit: changes.times ?? 1,
  work: () => {
    const command = submission(cycleId, changes);
    return execute(db, entry, entryStream(command.data.entry), command, meta());
  },
});
const refused = ({ work, lanes }: Subject): Subject => ({
  lanes,
  work: (lane) =>
    work(lane).then(
      () => Promise.reject(new Error('It was to be refused.')),
      () => {},
    ),
});

async function appends(url: string, db: Db): Promise<void> {
  const cycleId = await newCycle(db);
  for (const lanes of [8, 32]) {
    const { floor, append, flushed, close } = await appendSubjects(url, lanes, cycleId);
    const of = `two rows, ${lanes} connections`;
    atLeast('append with claim and one guard', of, 0.6, await compare(append, floor, repetitions));
    atLeast('… in one flush with locks and a read model', of, 0.33, await compare(flushed, floor, repetitions));
    await close();
  }
}

async function endpoint(url: string, db: Db): Promise<void> {
  const cycleId = await newCycle(db);
  const { subject, close } = await httpSubject(url, 16, cycleId);
  const comparison = await compare(subject, submitting(db, cycleId, 16), repetitions);
  atLeast('HTTP endpoint', 'execute without HTTP', 0.5, comparison);
  await close();
}

async function refusals(db: Db): Promise<void> {
  const cycleId = await newCycle(db);
  await db.readPool.query("insert into capacities (key, used, cap) values ('full', 1, 1) on conflict do nothing");
  const accepted = submitting(db, cycleId, 8);
  const byRule = refused(submitting(db, cycleId, 8, { scores: [] }));
  const byQuota = refused(submitting(db, cycleId, 8, { slot: 'full' }));
  atLeast('refusals by a rule', 'commands accepted', 0.5, await compare(byRule, accepted, repetitions));
  atLeast('refusals by a full quota', 'commands accepted', 0.5, await compare(byQuota, accepted, repetitions));
}

async function closing(db: Db): Promise<void> {
  const { close, append } = await closingWaits(db, await newCycle(db), 32, 4 * repetitions);
  const detail = `${close.toFixed(0)} ms of ${append.toFixed(0)} ms`;
  report(
    'longest wait of a closing command',
    'p99 of an append, 32 at once',
    '≤ 20',
    close <= 20 * append,
    close / append,
    detail,
  );
}

async function reading(db: Db): Promise<void> {
  const cycleId = await newCycle(db);
  const short = await foldSubjects(db, cycleId, 50);
  atLeast(
    'load and fold 50 events',
    'fetching the rows as text',
    0.6,
    await compare(short.fold, short.floor, repetitions),
  );
  const long = await foldSubjects(db, cycleId, 250);
  atLeast(
    'load 250 events from a snapshot',
    'fetching the rows as text',
    2,
    await compare(long.fold, long.floor, repetitions),
  );
}

async function importing(db: Db): Promise<void> {
  const cycleId = await newCycle(db);
  const [many, one] = [submitting(db, cycleId, 8, { times: 100 }), submitting(db, cycleId, 8)];
  atLeast('events imported 100 an append', 'one an append', 10, await compare(many, one, repetitions), ' events/s');
}

async function projecting(db: Db): Promise<void> {
  const { floor, batches, rebuilt, events } = await projectionSubjects(db);
  const of = `copy of the log, ${events} events`;
  atLeast('projection in checkpointed batches', of, 0.15, await compare(batches, floor, repetitions), ' events/s');
  atLeast('rebuild with pages read ahead', of, 0.22, await compare(rebuilt, floor, repetitions), ' events/s');
}

console.log(`${availableParallelism()} cores, ${repetitions} pairs of slices, medians\n`);
const { url, stop } = await startDatabase();
const db = openDatabase({ url, max: 8, inline: [projectEntries] });
try {
  for (const text of [entriesTable, totalsTable]) await db.readPool.query(text);
  await appends(url, db);
  await endpoint(url, db);
  await refusals(db);
  await closing(db);
  await reading(db);
  await importing(db);
  // A log of its own size: what the measurements above wrote depends on the machine.
  await db.readPool.query(
    "delete from projections; set laureate.maintenance = 'on'; truncate events; reset laureate.maintenance",
  );
  const cycleId = await newCycle(db);
  for (let turn = 0; turn < 300; turn += 1) await submitting(db, cycleId, 1, { times: 100 }).work(0);
  await projecting(db);
} finally {
  await db.close();
  await stop();
}
console.log(missed === 0 ? '\nAll reached.' : `\n${missed} missed.`);

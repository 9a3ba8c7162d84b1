// A word from the secretariat to those who are late, and to nobody else: one mail a person, around the secretariat's own text.
import { z } from 'zod';
import type { Db } from '../db/database.ts';
import { makeAwardLink } from '../db/links.ts';
import { writeMails } from '../db/mails.ts';
import { type Actor, findNextActors } from '../db/read-models/next-actors.ts';
import { findProgress } from '../db/read-models/progress.ts';
import { type ProgressLine, progressSteps } from '../db/read-models/progress-lines.ts';
import { byLanguage } from '../documents/letters/rehearse.ts';
import { composeMails, type Letter } from '../documents/mail.ts';
import { matterOf } from '../documents/nudge-texts.ts';
import { Duration, Iso2, Texts } from '../domain/messages.ts';
import { notFound } from './problem.ts';

export const Nudge = z.strictObject({
  /** What the secretariat says, by language; who reads none of them gets the English text. */
  text: Texts,
  /** Left out: everything that is late. */
  only: z
    .array(z.strictObject({ country: Iso2.nullable(), step: z.enum(progressSteps) }))
    .min(1)
    .max(2_000)
    .optional(),
  within: Duration.optional(),
});
type Nudge = z.infer<typeof Nudge>;
type Late = { line: ProgressLine; actors: Actor[] };
type Recipient = { actor: Actor; lines: ProgressLine[] };
type Cycle = { cycleId: string; title: Texts };
type Office = { db: Db; publicUrl: string };

/** Whoever is next to act on what is late, of that which is named; and what is named without being late. */
export async function findLate(db: Db, cycleId: string, { only, within }: Omit<Nudge, 'text'>) {
  const all = await findProgress(db, cycleId, { within });
  if (all === null) throw notFound();
  const isNamed = ({ country, step }: ProgressLine) =>
    only === undefined || only.some((one) => one.country === country && one.step === step);
  const lines = all.filter((line) => line.late && isNamed(line));
  const actors = await findNextActors(db, lines);
  const late = lines.map((line, index): Late => ({ line, actors: actors[index] ?? [] }));
  const notLate = (only ?? []).filter(
    (one) => !lines.some(({ country, step }) => country === one.country && step === one.step),
  );
  return { recipients: byPerson(late), notLate };
}

/** Each person once, with all that it is late with. */
function byPerson(late: Late[]): Recipient[] {
  const found = new Map<string, Recipient>();
  for (const { line, actors } of late)
    for (const actor of actors) {
      const before = found.get(actor.personId);
      found.set(actor.personId, { actor, lines: [...(before?.lines ?? []), line] });
    }
  return [...found.values()];
}

export const recipientView = ({ actor: { personId, name, language }, lines }: Recipient) => ({
  ...{ personId, name, language },
  about: lines.map(({ country, step }) => ({ country, step })),
});

/** The letter to one person; `secret` is the token of a link of its own, for one who has no account. */
function letterTo(
  { publicUrl }: Office,
  cycle: Cycle,
  { text }: Nudge,
  to: Recipient,
  key: string,
  secret?: string,
): Letter {
  const { personId } = to.actor;
  const countries = new Set(to.lines.map(({ country }) => country));
  const [country = null] = countries.size === 1 ? countries : [];
  const offered = offerOf(to);
  return {
    kind: secret === undefined ? 'nudge' : 'nudge-link',
    ...{ key, to: [personId], cycleId: cycle.cycleId, country },
    facts: {
      ...{ cycle: cycle.title, text, url: `${publicUrl}/cycles/${cycle.cycleId}` },
      ...(offered !== undefined && { deadline: { at: offered.dueAt, zone: offered.zone } }),
      matters: {
        lines: to.lines.map((line) => ({
          what: matterOf(line),
          moment: line.dueAt === null ? null : { at: line.dueAt, zone: line.zone },
        })),
      },
    },
    ...(secret !== undefined && { secret }),
  };
}

/** What one who answers for a laureate is late with: such a person has no account. */
function offerOf({ actor, lines }: Recipient): { dueAt: string; zone: string } | undefined {
  if (actor.part !== 'laureate-contact') return undefined;
  return lines.flatMap(({ step, dueAt, zone }) =>
    step === 'award-answer' && dueAt !== null ? [{ dueAt, zone }] : [],
  )[0];
}

/** As they would be written; who needs a link sees its place. */
export async function previewNudge(office: Office, cycle: Cycle, nudge: Nudge, recipients: Recipient[]) {
  const mails = recipients.map((to) =>
    composeMails(office.db, letterTo(office, cycle, nudge, to, 'preview', offerOf(to) && '')),
  );
  return byLanguage((await Promise.all(mails)).flat());
}

/** @returns how many were new: a second time, with the same key, none. */
export async function sendNudge(
  office: Office,
  cycle: Cycle,
  nudge: Nudge,
  recipients: Recipient[],
  commandId: string,
) {
  const { db } = office;
  const key = `nudge:${commandId}`;
  if (recipients.length === 0) return 0;
  const keys = recipients.map(({ actor }) => `${key}:${actor.personId}`);
  const written = await db.read.selectFrom('mails').select('person_id').where('key', 'in', keys).execute();
  const fresh = recipients.filter(({ actor }) => !written.some((row) => row.person_id === actor.personId));
  const mails = fresh.map(async (to) =>
    composeMails(db, letterTo(office, cycle, nudge, to, key, await linkFor(db, cycle, to))),
  );
  return writeMails(db, (await Promise.all(mails)).flat());
}

/** As a reminder does, for one who answers for a laureate and has no account. */
async function linkFor(db: Db, { cycleId }: Cycle, to: Recipient): Promise<string | undefined> {
  const offered = offerOf(to);
  if (offered === undefined) return undefined;
  const offer = await db.read
    .selectFrom('award_offers as o')
    .innerJoin('laureates as l', 'l.laureate_id', 'o.laureate_id')
    .select('o.laureate_id')
    .where('o.cycle_id', '=', cycleId)
    .where('o.contact', '=', to.actor.personId)
    .where('l.answer', 'is', null)
    .executeTakeFirst();
  if (offer === undefined) return undefined;
  const about = {
    personId: to.actor.personId,
    laureateId: offer.laureate_id,
    cycleId,
    answerBy: new Date(offered.dueAt),
  };
  return (await makeAwardLink(db, about)).token;
}

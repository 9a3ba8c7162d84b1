// The record of a panel, made of its events in their order: leaves that name no person, and where its heads stand.
import type { AwardDefinition } from '../award-definition.ts';
import { unreachable } from '../decider.ts';
import { rubricOf } from '../definition-queries.ts';
import type { PanelEvent } from '../panel/messages.ts';
import type { ScorecardEvent } from '../scorecard/messages.ts';
import { hashOf } from './canonical.ts';
import type { HeadFacts, Leaf } from './messages.ts';
import { type Codes, codesOf, commitToEntry, inCodes } from './pseudonyms.ts';
import { pseudonymOf } from './signing.ts';
import { setAside } from './standing-sheets.ts';

export type PanelHistory = ((PanelEvent | ScorecardEvent) & { at: string; version: number })[];
export type Rules = { cycleId: string; definition: AwardDefinition; definitionHash: string };
/** `names` are the commitments to the names of judges, kept apart from everything that could be told of them. */
export type Veil = { secret: string; names: { [judgeId: string]: string } };
export type HeadPlace = Pick<HeadFacts, 'point' | 'number' | 'at' | 'size'>;
export type PanelRecord = {
  cycle: string;
  group: string;
  leaves: Leaf[];
  /** Of each leaf. */
  salts: string[];
  heads: HeadPlace[];
  codes: Codes;
};

type Of<Type extends (PanelEvent | ScorecardEvent)['type']> = Extract<PanelEvent | ScorecardEvent, { type: Type }>;
type Making = { codes: Codes; veil: Veil; leaves: Leaf[]; heads: HeadPlace[] };

/** Null before the panel is formed. The same events, secret and commitments give the same record each time. */
export function recordOf(history: PanelHistory, rules: Rules, veil: Veil): PanelRecord | null {
  const formed = history.find((event) => event.type === 'PanelFormed');
  if (formed?.type !== 'PanelFormed') return null;
  requireOneCountry(formed);
  const codes = codesOf(history, rules.cycleId, veil.secret);
  const making: Making = { codes, veil, leaves: [rulesLeaf(rules, formed)], heads: [] };
  for (const event of history) {
    making.leaves.push(...leavesOfEvent(event, making));
    const { at } = event;
    const size = making.leaves.length;
    if (event.type === 'ScoringClosed') making.heads.push({ point: 'scoring-closed', number: null, at, size });
    if (event.type === 'DecisionSigned')
      making.heads.push({ point: 'decision-signed', number: event.data.number, at, size });
  }
  const { leaves, heads } = making;
  const { group } = formed.data;
  const salts = leaves.map((_leaf, index) => pseudonymOf(veil.secret, 'leaf', rules.cycleId, group, String(index)));
  return { cycle: rules.cycleId, group, leaves, salts, heads, codes };
}

/** A country's own panel never stands beside another country's entries. */
function requireOneCountry({ data }: Of<'PanelFormed'>): void {
  if (data.country !== null && data.entries.some((entry) => entry.country !== data.country))
    throw new Error(`The panel ${data.group} has entries of another country.`);
}

function rulesLeaf({ cycleId, definition, definitionHash }: Rules, { data }: Of<'PanelFormed'>): Leaf {
  const { terms: _terms, ...judging } = definition.judging;
  const { group, country, category } = data;
  return {
    ...{ kind: 'rules', cycle: cycleId, group, country, category, award: definition.key, definition: definitionHash },
    ...{ rubric: plain(rubricOf(definition, category)), judging: plain(judging), awards: plain(definition.awards) },
    publishScores: definition.publishScores,
  };
}

/** As JSON holds it, without what is left out. */
const plain = (value: object): { [key: string]: never } => JSON.parse(JSON.stringify(value));

function leavesOfEvent(event: PanelHistory[number], { codes, veil, leaves }: Making): Leaf[] {
  const { at } = event;
  switch (event.type) {
    case 'PanelFormed': {
      const entries = event.data.entries
        .map((entry) => ({
          entry: codes.entry(entry.nominationId),
          dossierVersion: entry.version,
          name: commitToEntry(entry, veil.secret),
        }))
        .sort(byEntry);
      return [{ kind: 'panel', at, round: event.data.round, entries, members: membersOf(event.data, codes, veil) }];
    }
    case 'PanelChanged':
      return [{ kind: 'panel-changed', at, members: membersOf(event.data, codes, veil) }];
    case 'ReserveCalled':
      return [
        { kind: 'panel-changed', at, members: membersOf(event.data, codes, veil) },
        { kind: 'assignment', at, round: event.data.round, pairs: [codes.pair(event.data)] },
      ];
    case 'AssignmentReleased': {
      const pairs = event.data.pairs.map((pair) => codes.pair(pair));
      return [{ kind: 'assignment', at, round: event.data.round, pairs }];
    }
    case 'ScorecardSubmitted': {
      const { scores, abstained = [], comments, dossierVersion, round } = event.data;
      const points = Object.fromEntries([
        ...scores.map((score): [string, number] => [score.criterion, score.points]),
        ...abstained.map((criterion): [string, null] => [criterion, null]),
      ]);
      const said = comments === null ? null : codes.hidden('comments', comments);
      const sheet = { version: event.version, dossierVersion, points, comments: said };
      return [{ kind: 'sheet', at, ...codes.pair(event.data), round, ...sheet }];
    }
    case 'EntryRecused':
      return [{ kind: 'recusal', at, ...codes.pair(event.data), round: event.data.round }];
    case 'ScorecardReopened': {
      const because = event.data.amendedTo === undefined ? 'chair' : 'dossier-amended';
      return [{ kind: 'reopened', at, ...codes.pair(event.data), round: event.data.round, because }];
    }
    case 'ScorecardRenewed': {
      const { round, amendedTo } = event.data;
      return [{ kind: 'renewed', at, ...codes.pair(event.data), round, dossierVersion: amendedTo }];
    }
    case 'EntryRemoved':
      return [{ kind: 'entry-removed', at, entry: codes.entry(event.data.nominationId) }];
    case 'EntryAmended': {
      const { nominationId, version } = event.data;
      return [{ kind: 'entry-amended', at, entry: codes.entry(nominationId), dossierVersion: version }];
    }
    case 'MinimumLowered':
      return [
        { kind: 'minimum-lowered', at, entry: codes.entry(event.data.nominationId), minimum: event.data.minimum },
      ];
    case 'AccessGranted': {
      const { nominationId, personId, until } = event.data;
      return [{ kind: 'let-in', at, entry: codes.entry(nominationId), person: codes.judge(personId), until }];
    }
    case 'AccessEnded': {
      const { nominationId, personId } = event.data;
      return [{ kind: 'let-in-ended', at, entry: codes.entry(nominationId), person: codes.judge(personId) }];
    }
    case 'ScoringClosed':
      return [{ kind: 'scoring-closed', at, because: event.data.because }];
    case 'TallySealed':
      return tallyLeaves(event.data, at, codes, leaves);
    case 'EntriesShortlisted':
      return [shortlistLeaf(event.data, at, codes)];
    case 'PanelVoteRecorded':
    case 'DecisionRecorded':
    case 'DecisionReopened':
    case 'DecisionSigned':
      return decisionLeaves(event, codes, leaves);
    // Plans, and what comes after a signature: awards and names are no part of the record.
    case 'AccessRequested':
    case 'AccessRefused':
    case 'AssignmentRequested':
    case 'AssignmentProposed':
    case 'ScorecardAssigned':
    // Reference entries never count.
    case 'ReferenceAdded':
    case 'ReferenceRemoved':
    case 'ReferenceScored':
    case 'DecisionSignatureRecorded':
    case 'AwardAccepted':
    case 'AwardDeclined':
    case 'AwardLapsed':
    case 'AwardRevoked':
    case 'LaureateReplaced':
    case 'LaureateContactNamed':
    case 'NameProofed':
    case 'LaureateNameCorrected':
    case 'BundlePublished':
    case 'BundleWithdrawn':
      return [];
    default:
      return unreachable(event);
  }
}

type Deciding = Of<'PanelVoteRecorded' | 'DecisionRecorded' | 'DecisionReopened' | 'DecisionSigned'> & { at: string };

function decisionLeaves(event: Deciding, codes: Codes, leaves: Leaf[]): Leaf[] {
  const { at } = event;
  switch (event.type) {
    case 'PanelVoteRecorded': {
      // A motion moves no rank, and its words may name people: it stands in the minutes.
      if (event.data.motion !== undefined) return [];
      const votes = event.data.votes.map(({ judgeId, choice }) => ({
        judge: codes.judge(judgeId),
        choice: choice === null ? null : codes.entry(choice),
      }));
      return [{ kind: 'vote', at, entries: event.data.entries.map(codes.entry).sort(), votes }];
    }
    case 'DecisionRecorded': {
      const { number, outside, minutes, winners, departure } = event.data;
      const departs = departure === undefined ? {} : { departs: true as const };
      return [{ kind: 'decision', at, number, outside, winners: namedIn(winners, codes), minutes, ...departs }];
    }
    case 'DecisionReopened': {
      const { number, laureateId, upheld } = event.data;
      return [{ kind: 'decision-reopened', at, number, entry: codes.entry(laureateId), upheld }];
    }
    case 'DecisionSigned': {
      const { number, winners, signature } = event.data;
      const rules = hashOf(leaves[0]);
      return [{ kind: 'seal', at, number, rules, winners: namedIn(winners, codes), signature: signature.kind }];
    }
  }
}

function tallyLeaves({ sheets, result }: Of<'TallySealed'>['data'], at: string, codes: Codes, leaves: Leaf[]): Leaf[] {
  const counted = sheets.map((sheet) => ({ ...codes.pair(sheet), version: sheet.version })).sort(byEntry);
  const { entries, ...rest } = result;
  const scores = entries.map(({ nominationId, ...score }): Leaf => {
    return { kind: 'score', entry: codes.entry(nominationId), result: plain(inCodes(score, codes)) };
  });
  return [
    { kind: 'tally', at, counted, setAside: setAside(leaves, counted), result: plain(inCodes(rest, codes)) },
    ...scores.sort((a, b) => ('entry' in a && 'entry' in b && a.entry < b.entry ? -1 : 1)),
  ];
}

function shortlistLeaf(data: Of<'EntriesShortlisted'>['data'], at: string, codes: Codes): Leaf {
  const { round, next, entries, proposed, departures, anew } = data;
  const departed = departures.map(({ nominationId, goesOn }) => ({ entry: codes.entry(nominationId), goesOn }));
  return {
    ...{ kind: 'shortlist', at, round, next },
    ...{ entries: entries.map(codes.entry).sort(), proposed: proposed.map(codes.entry).sort() },
    departures: departed.sort(byEntry),
    ...(anew !== undefined && { anew: true as const }),
  };
}

type Seats = { judges: string[]; reserves: string[]; chair: string | null; deputyChair: string | null };

function membersOf({ judges, reserves, chair, deputyChair }: Seats, codes: Codes, veil: Veil) {
  const leading = [chair, deputyChair].flatMap((id) => id ?? []);
  return [...new Set([...leading, ...judges, ...reserves])]
    .map((judgeId) => ({
      judge: codes.judge(judgeId),
      part: partOf(judgeId, { chair, deputyChair, reserves }),
      name: veil.names[judgeId] ?? hashOf(null),
    }))
    .sort((a, b) => (a.judge < b.judge ? -1 : 1));
}

function partOf(judgeId: string, { chair, deputyChair, reserves }: Omit<Seats, 'judges'>) {
  if (judgeId === chair) return 'chair' as const;
  if (judgeId === deputyChair) return 'deputy' as const;
  return reserves.includes(judgeId) ? ('reserve' as const) : ('member' as const);
}

const namedIn = (winners: Of<'DecisionSigned'>['data']['winners'], codes: Codes) =>
  winners.map(({ laureateId, place, order }) => ({ entry: codes.entry(laureateId), place, order }));

const byEntry = (a: { entry: string; judge?: string }, b: { entry: string; judge?: string }) =>
  `${a.entry} ${a.judge ?? ''}` < `${b.entry} ${b.judge ?? ''}` ? -1 : 1;

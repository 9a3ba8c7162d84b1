// The agenda of a panel's meeting, and its minutes, as papers.
import { textOf } from '../../domain/localized-text.ts';
import type { Texts } from '../../domain/messages.ts';
import { sayMoment } from '../mail.ts';
import { type MeetingWords, meetingWords } from './meeting-words.ts';
import type { Item, Minuted } from './minuted.ts';
import { roundsOf } from './minuted-rounds.ts';
import type { Block, Cell, Paper } from './paper.ts';
import type { Reader } from './receipt.ts';
import { wordsFor } from './words.ts';

type Saying = { minuted: Minuted; words: MeetingWords; reader: Reader };

export function agendaPaper(minuted: Minuted, reader: Reader): Paper {
  const saying = { minuted, reader, words: meetingWords(reader.language) };
  const { words } = saying;
  const items = minuted.meeting.items.flatMap((item, at) => [
    heading(1, `${words.item} ${at + 1}: ${titleOf(item, reader)}`),
    ...(item.nominationId === null ? [] : [text(leavingLine(item, saying))]),
    ...(item.flags.length === 0 ? [] : [text(`${words.talk}: ${flagsOf(item, words)}`)]),
  ]);
  return paperOf(words.agenda, saying, [...items]);
}

export function minutesPaper(minuted: Minuted, reader: Reader): Paper {
  const saying = { minuted, reader, words: meetingWords(reader.language) };
  const { words } = saying;
  const { members, present, guests, items } = minuted.meeting;
  const isPresent = ({ judgeId }: { judgeId: string }) => present.includes(judgeId);
  const absent = members.filter((member) => !isPresent(member));
  return paperOf(words.minutes, saying, [
    heading(1, words.present),
    facts(members.filter(isPresent).map((member) => memberRow(member, words))),
    ...(guests === '' ? [] : [facts([{ label: words.guests, value: guests }])]),
    ...(absent.length === 0 ? [] : [heading(2, words.absent), facts(absent.map((one) => memberRow(one, words)))]),
    ...items.flatMap((item, at) => courseOf(item, at, saying)),
    heading(1, words.votes),
    ...votesOf(saying),
    heading(1, words.scores),
    ...roundsOf(saying),
    ...scoresOf(saying),
    heading(1, words.decision),
    ...decisionOf(saying),
    ...recordOf(saying),
    heading(1, words.signatures),
    { kind: 'signature', lines: signersOf(saying) },
    { kind: 'signature', lines: [wordsFor(reader.language).words.where, wordsFor(reader.language).words.date] },
  ]);
}

const heading = (level: 1 | 2 | 3, said: string): Block => ({ kind: 'heading', level, text: said });
const text = (said: string): Block => ({ kind: 'text', text: said });
const facts = (rows: { label: string; value: string }[]): Block => ({ kind: 'facts', rows });

function paperOf(title: string, { minuted, words, reader }: Saying, blocks: Block[]): Paper {
  const say = (texts: Texts) => textOf(texts, reader.language);
  const { cycle, category, country, group, meeting } = minuted;
  const { heldAt, zone, place, version } = meeting;
  const when = heldAt === null ? words.notSet : sayMoment({ at: heldAt, zone }, reader.language, reader.zone);
  return {
    title,
    subtitle: `${say(category)}${country === null ? '' : ` · ${say(country)}`} · ${say(cycle)}`,
    language: wordsFor(reader.language).language,
    foot: `${title} · ${group}`,
    blocks: [
      facts([
        { label: words.when, value: when },
        { label: words.where, value: place === '' ? words.notSet : place },
        { label: words.version, value: String(version) },
      ]),
      ...blocks,
    ],
  };
}

const titleOf = ({ organisation, title }: Item, { language }: Reader) =>
  organisation === null ? title : textOf(organisation, language);

const flagsOf = ({ flags }: Item, words: MeetingWords) => flags.map((flag) => words.flags[flag] ?? flag).join('; ');

function nameOf(judgeId: string, { minuted, words }: Saying): string {
  const name = minuted.meeting.members.find((member) => member.judgeId === judgeId)?.name ?? '';
  return name === '' ? words.erased : name;
}

const memberRow = ({ name, part }: { name: string; part: 'chair' | 'deputy' | 'member' }, words: MeetingWords) => ({
  label: words[part],
  value: name === '' ? words.erased : name,
});

function leavingLine({ mustLeave }: Item, saying: Saying): string {
  const { words } = saying;
  if (mustLeave.length === 0) return words.nobodyLeaves;
  const people = mustLeave.map(({ judgeId, because }) => `${nameOf(judgeId, saying)} (${words[because]})`);
  return `${words.mustLeave}: ${people.join(', ')}`;
}

/** One item as it went: who left, what was flagged and how it was answered, what was said, notes that were chosen. */
function courseOf(item: Item, at: number, saying: Saying): Block[] {
  const { words, reader } = saying;
  const { left, mustLeave, flags, answers, said, notes, noted } = item;
  const names = (ids: string[]) => ids.map((id) => nameOf(id, saying)).join(', ');
  const stayed = mustLeave.map(({ judgeId }) => judgeId).filter((id) => !left.includes(id));
  const present = stayed.filter((id) => saying.minuted.meeting.present.includes(id));
  const all = [...new Set([...flags, ...answers.map(({ flag }) => flag)])];
  const rows = all.map((flag): Cell[] => [
    words.flags[flag] ?? flag,
    answers.find((answer) => answer.flag === flag)?.text ?? words.notAnswered,
  ]);
  const chosen = noted.filter(({ noteId }) => notes.includes(noteId));
  const columns = [words.talk, words.answered];
  return [
    heading(1, `${words.item} ${at + 1}: ${titleOf(item, reader)}`),
    ...(left.length > 0 ? [text(`${words.left}: ${names(left)}`)] : []),
    ...(left.length === 0 && item.nominationId !== null ? [text(words.nobodyLeft)] : []),
    ...(present.length > 0 ? [{ kind: 'notice' as const, text: `${words.stayed}: ${names(present)}` }] : []),
    ...(rows.length > 0 ? [{ kind: 'table' as const, columns, shares: [4, 8], rows }] : []),
    ...(said === '' ? [] : [text(said)]),
    ...motionsOf(item, saying),
    ...(chosen.length === 0 ? [] : [heading(2, words.notes), facts(chosen.map((note) => noteRow(note, words)))]),
  ];
}

/** By name, with the count first. */
function motionsOf({ itemId }: Item, saying: Saying): Block[] {
  const { words, minuted } = saying;
  const ofItem = minuted.meeting.motions.filter((motion) => motion.itemId === itemId);
  return ofItem.flatMap(({ text: put, votes, left }): Block[] => {
    const count = (choice: string | null) => String(votes.filter((vote) => vote.choice === choice).length);
    const said = words.counted
      .replace('{for}', count('for'))
      .replace('{against}', count('against'))
      .replace('{abstained}', count(null));
    const rows = votes.map(({ judgeId, choice }) => ({
      label: nameOf(judgeId, saying),
      value: choice === 'for' ? words.for : choice === 'against' ? words.against : words.abstained,
    }));
    const gone = left.map((judgeId) => ({ label: nameOf(judgeId, saying), value: words.leftTheRoom }));
    return [heading(2, `${words.motion}: ${put}`), text(said), facts([...rows, ...gone])];
  });
}

const noteRow = ({ name, text: value }: { name: string; text: string }, words: MeetingWords) => ({
  label: name === '' ? words.erased : name,
  value,
});

function entryOf(id: string, { minuted, reader }: Saying): string {
  const item = minuted.meeting.items.find(({ nominationId }) => nominationId === id);
  return item === undefined ? '' : titleOf(item, reader);
}

function votesOf(saying: Saying): Block[] {
  const { words, minuted } = saying;
  if (minuted.votes.length === 0) return [text(words.noVotes)];
  return minuted.votes.flatMap(({ entries, votes }): Block[] => [
    text(`${words.equal}: ${entries.map((id) => entryOf(id, saying)).join(', ')}`),
    facts(
      votes.map(({ judgeId, choice }) => ({
        label: nameOf(judgeId, saying),
        value: choice === null ? words.abstained : words.voteFor.replace('{entry}', entryOf(choice, saying)),
      })),
    ),
  ]);
}

function scoresOf({ words, minuted, reader }: Saying): Block[] {
  const { method, entries } = minuted.board;
  if (method === null || entries.length === 0) return [text(words.noScores)];
  const rows = entries.map(({ rank, unranked, organisation, submitted, ...score }): Cell[] => [
    rank === null ? '—' : String(rank),
    {
      text: textOf(organisation, reader.language),
      small: unranked === null ? '' : (words.unranked[unranked] ?? unranked),
    },
    String(submitted),
    score.shownMean ?? '—',
    score.shown ?? '—',
    score.lowest === null ? '—' : `${score.lowest} – ${score.highest ?? ''}`,
  ]);
  const columns = [words.place, words.entry, words.sheets, words.mean, words.score, words.spread];
  return [
    { kind: 'small', text: words.scoresMean },
    { kind: 'table', columns, shares: [1, 6, 2, 2, 2, 3], rows },
    ...rankingFlagsOf({ words, minuted, reader }),
  ];
}

/** What is said of the ranking as a whole: talked about before deciding, and no part of a score. */
function rankingFlagsOf({ words, minuted, reader }: Saying): Block[] {
  const nameOfEntry = (id: string) => entryOf(id, { words, minuted, reader });
  const said = minuted.board.flags.flatMap(({ flag, detail, shown }) => {
    const sentence = words.ranking[flag];
    if (sentence === undefined) return [];
    const entries = detail
      .split(/[ ,:]+/)
      .map(nameOfEntry)
      .filter((name) => name !== '');
    return [sentence.replace('{lead}', shown ?? '').replace('{entries}', entries.join(', '))];
  });
  return said.length === 0 ? [] : [heading(2, words.talk), ...said.map(text)];
}

function decisionOf({ minuted, words, reader }: Saying): Block[] {
  const { decision, cycleZone: zone } = minuted;
  if (decision === null) return [text(words.none)];
  const { number, winners, reasons, reasonsOf, departure, signedAt } = decision;
  const rows = winners.map(({ laureateId, place, order, organisation }): Cell[] => [
    `${words[place]} ${order}`,
    {
      text: textOf(organisation, reader.language),
      small: reasonsOf.find((one) => one.laureateId === laureateId)?.reason ?? '',
    },
  ]);
  const signed = signedAt === null ? words.notSigned : sayMoment({ at: signedAt, zone }, reader.language, reader.zone);
  return [
    facts([
      { label: words.decisionNumber.replace('{number}', String(number)), value: `${words.signedAt}: ${signed}` },
      ...(reasons === '' ? [] : [{ label: words.reasons, value: reasons }]),
      ...(departure === null ? [] : [{ label: words.departure, value: departure }]),
    ]),
    ...(rows.length === 0
      ? []
      : [{ kind: 'table' as const, columns: [words.place, words.entry], shares: [3, 9], rows }]),
  ];
}

function recordOf({ minuted, words }: Saying): Block[] {
  const { heads } = minuted;
  if (heads.length === 0) return [];
  const rows = heads.flatMap(({ size, root, signature }) => [
    { label: words.entries, value: String(size) },
    { label: words.head, value: root },
    { label: words.signature, value: signature },
  ]);
  return [heading(1, words.record), { kind: 'small', text: words.recordMeans }, facts(rows)];
}

function signersOf({ minuted, words }: Saying): string[] {
  const { members, present } = minuted.meeting;
  const here = members.filter(({ judgeId }) => present.includes(judgeId));
  return here.map(({ name, part }) => `${words[part]}: ${name === '' ? words.erased : name}`);
}

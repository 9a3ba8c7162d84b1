// A sheet while it is filled in: kept in this browser at every stroke, saved on the server a moment later, handed in once.
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ask, Problem } from '../../api/client.ts';
import { dropDraft, enqueue, findKeptDraft, keepDraft, openSheet, saveDraft } from '../../offline/queue.ts';
import { offlineStore, type Score, type Waiting } from '../../offline/store.ts';
import type { Entry, Rubric } from './judging.ts';

export type Saved =
  | { how: 'untouched' }
  | { how: 'saving' }
  | { how: 'saved'; at: string }
  /** On this device, until somebody answers. */
  | { how: 'kept' }
  /** On this device until it is handed in. */
  | { how: 'here' }
  | { how: 'failed'; problem: Problem };
export type Theirs = { version: number; savedAt: string | null; scores: Score[] };
export type Sent = 'sent' | 'waiting';
export type SheetState = {
  scores: Score[];
  saved: Saved;
  /** What another window or device has saved meanwhile. */
  theirs: Theirs | null;
  change(criterion: string, part: Partial<Omit<Score, 'criterion'>>): void;
  /** Of both versions the one to go on with. */
  choose(which: 'mine' | 'theirs'): void;
  /** @throws Problem */
  handIn(): Promise<Sent>;
};

const pauseMs = 700;

/** By criterion of the rubric, in its order. */
export const inOrder = (rubric: Rubric, said: Score[] | null | undefined): Score[] =>
  rubric.criteria.map(({ key: criterion }) => {
    const found = said?.find((score) => score.criterion === criterion);
    const abstains = found?.abstains && { abstains: found.abstains };
    return { criterion, points: found?.points ?? null, comment: found?.comment ?? '', ...abstains };
  });

/** In what was handed in a criterion without points is one that was left out. */
const asDraft = (handedIn: Entry['sheet']['scores']): Score[] | undefined =>
  handedIn?.map((score) => (score.points === null ? { ...score, abstains: true } : score));
const asWritten = ({ scores, abstained = [] }: Given): Score[] => [
  ...scores,
  ...abstained.map(({ criterion, reason }) => ({ criterion, points: null, comment: reason, abstains: true as const })),
];

/** What was written here and not sent comes first, then the server's draft, then what was handed in. */
function useStart({ sheet, draft }: Entry) {
  const { data } = useSuspenseQuery({
    queryKey: ['offline', 'sheet', sheet.id],
    queryFn: async () => {
      const waiting = (await (await offlineStore()).getAll('queue')).find(
        ({ scorecard, state }) => scorecard === sheet.id && state !== 'sent',
      );
      return { kept: (await findKeptDraft(sheet.id)) ?? null, waiting: waiting ?? null };
    },
    gcTime: 0,
  });
  const written = data.waiting === null ? undefined : asWritten(data.waiting);
  const said = data.kept?.scores ?? written ?? (draft.version > 0 ? draft.scores : asDraft(sheet.scores));
  return { said, baseVersion: data.kept?.baseVersion ?? draft.version, isKept: data.kept !== null };
}

export function useSheet(entry: Entry, rubric: Rubric): SheetState {
  const { id, organisation, title } = entry.sheet;
  const name = organisation.en === '—' ? title : organisation;
  const client = useQueryClient();
  const start = useStart(entry);
  const [scores, setScores] = useState(() => inOrder(rubric, start.said));
  const [saved, setSaved] = useState<Saved>({ how: start.isKept ? 'kept' : 'untouched' });
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const now = useRef({ scores, base: start.baseVersion, isDirty: start.isKept, timer: 0, saving: Promise.resolve() });

  const save = async () => {
    const { scores: mine, base } = now.current;
    setSaved({ how: 'saving' });
    try {
      const answer = await saveDraft(id, mine, base);
      now.current.base = answer.version;
      if (now.current.scores === mine) {
        now.current.isDirty = false;
        await dropDraft(id);
      }
      setSaved({ how: 'saved', at: answer.savedAt ?? new Date().toISOString() });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'draft-conflict') setTheirs(error.extra.theirs as Theirs);
      setSaved(error.status === 0 ? { how: 'kept' } : { how: 'failed', problem: error });
    }
  };
  const saveSoon = (wait: number) => {
    clearTimeout(now.current.timer);
    now.current.timer = window.setTimeout(() => {
      now.current.saving = now.current.saving.then(save);
    }, wait);
  };
  const keep = (next: Score[], wait: number) => {
    now.current.scores = next;
    now.current.isDirty = true;
    setScores(next);
    void keepDraft({ scorecard: id, scores: next, baseVersion: now.current.base });
    saveSoon(wait);
  };
  // What was left here by an earlier visit is sent first of all.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the sheet opens
  useEffect(() => {
    const goOn = () => now.current.isDirty && saveSoon(0);
    const leave = openSheet(id);
    goOn();
    window.addEventListener('online', goOn);
    return () => {
      leave();
      window.removeEventListener('online', goOn);
    };
  }, []);

  return {
    scores,
    saved,
    theirs,
    change: (criterion, part) => {
      const next = now.current.scores.map((score) => (score.criterion === criterion ? { ...score, ...part } : score));
      keep(next, pauseMs);
    },
    choose: (which) => {
      if (theirs === null) return;
      now.current.base = theirs.version;
      setTheirs(null);
      keep(which === 'mine' ? now.current.scores : inOrder(rubric, theirs.scores), 0);
    },
    handIn: async () => {
      clearTimeout(now.current.timer);
      await now.current.saving;
      const sent = await send(id, name, givenIn(now.current.scores)).catch(async (problem: Problem) => {
        // What came too late is the draft there now: writing goes on from it.
        if (problem.extra?.keptAt !== undefined) now.current.base = await versionOf(id);
        throw problem;
      });
      now.current.isDirty = false;
      if (sent === 'sent') await dropDraft(id);
      // The next entry waits for nothing that is read anew behind it.
      void client.invalidateQueries();
      return sent;
    },
  };
}

const versionOf = async (scorecard: string): Promise<number> =>
  (await ask('get', '/scorecards/:scorecard/draft', { params: { scorecard } })).version;

type Given = Pick<Waiting, 'scores' | 'abstained'>;

export const givenIn = (scores: Score[]): Given => ({
  scores: scores.flatMap(({ criterion, points, comment }) => (points === null ? [] : [{ criterion, points, comment }])),
  abstained: scores.flatMap(({ criterion, abstains, comment }) => (abstains ? [{ criterion, reason: comment }] : [])),
});

/** Under one key, here and in the queue: it counts once whatever the line did. */
async function send(scorecard: string, title: Entry['sheet']['title'], given: Given): Promise<Sent> {
  const id = crypto.randomUUID();
  try {
    const headers = { 'Idempotency-Key': id };
    await ask('post', '/scorecards/:scorecard/submit', { params: { scorecard }, body: given, headers });
    return 'sent';
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 0) throw error;
    await enqueue({ id, scorecard, title, ...given });
    return 'waiting';
  }
}

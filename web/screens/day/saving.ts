// Saves the draft of a session's proceedings a moment after each pause in the writing, and again after what passes by itself.
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Contract } from '../../../api/contract.ts';
import { ask, Problem } from '../../api/client.ts';

export const path = '/forums/:forumId/proceedings/:session';
export type Content = Contract<'get', typeof path>['answer']['content'];
type Found = { version: number; content: Content; savedAt: string | null };
type State = { version: number; savedAt: Date | null; problem: Problem | null };

const pauseMs = 800;
const againMs = 5_000;

/** One save after the other, each of what is written by then. */
export function useSaving(params: { forumId: string; session: string }, content: Content, found: Found) {
  const savedAt = found.savedAt === null ? null : new Date(found.savedAt);
  const [state, setState] = useState<State>({ version: found.version, savedAt, problem: null });
  const [saved, setSaved] = useState(textOf(found.content));
  const version = useRef(found.version);
  const last = useRef<Promise<boolean> | null>(null);
  const refused = useRef<string | null>(null);
  const isFinishing = useRef(false);
  const [settled] = useDebouncedValue(content, pauseMs);
  const { problem } = state;
  const isMoved = problem?.code === 'proceedings-draft-moved';
  const put = async (body: Content): Promise<boolean> => {
    try {
      const answer = await ask('put', path, { params, body: { version: version.current, content: cleaned(body) } });
      version.current = answer.version;
      setSaved(textOf(body));
      setState({ version: answer.version, savedAt: new Date(), problem: null });
      return true;
    } catch (error) {
      const why = error instanceof Problem ? error : new Problem(0, 'bug', String(error));
      refused.current = passes(why) ? null : textOf(body);
      setState((now) => ({ ...now, problem: why }));
      return false;
    }
  };
  const send = (body: Content): Promise<boolean> => {
    const sent = put(body).finally(() => {
      last.current = null;
    });
    last.current = sent;
    return sent;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is sent once it has settled, and after the save before it
  useEffect(() => {
    const text = textOf(settled);
    if (isMoved || text === saved || text === refused.current) return;
    const look = () => {
      if (last.current === null && !isFinishing.current) void send(settled);
    };
    const waiting = setTimeout(look, problem !== null && passes(problem) ? againMs : 0);
    return () => clearTimeout(waiting);
  }, [settled, state, saved]);
  const finish = async () => {
    if (textOf(content) === saved) return true;
    if (isMoved) return false;
    isFinishing.current = true;
    const isSaved = (await (last.current ?? true)) && (await send(content));
    isFinishing.current = false;
    return isSaved;
  };
  const moved = problem?.extra.allowed as { version?: number } | undefined;
  return {
    ...{ ...state, isMoved, finish, isOpen: textOf(content) !== saved },
    mine: () => {
      version.current = moved?.version ?? version.current;
      void send(content);
    },
    theirs: (newest: number, theirs: Content) => {
      version.current = newest;
      setSaved(textOf(theirs));
      setState({ version: newest, savedAt: null, problem: null });
    },
  };
}

/** Nobody answered, or the server could not: the same may be taken later. */
const passes = ({ status }: Problem) => status === 0 || status >= 500;

/** Without the lines that are blank yet. */
const cleaned = (content: Content): Content => ({
  ...content,
  points: Object.fromEntries(Object.entries(content.points).map(([tag, lines]) => [tag, withoutBlank(lines)])),
  recommendations: Object.fromEntries(
    Object.entries(content.recommendations).map(([tag, lines]) => [tag, withoutBlank(lines)]),
  ),
});
const withoutBlank = (lines: string[]) => lines.filter((line) => line.trim() !== '');
const textOf = (content: Content) => JSON.stringify(cleaned(content));

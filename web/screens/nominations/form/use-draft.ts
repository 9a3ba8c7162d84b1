// The draft as the screen has it: the store of what is typed, fed by every newer version that the server tells.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ask } from '../../../api/client.ts';
import { useView } from '../../../api/query.ts';
import { type Draft, type DraftStore, makeDraftStore, type SectionState } from './draft-store.ts';

const path = '/drafts/:form/:subjectId';
/** Saving makes no event that others could hear of: while the page is seen, it looks. */
const lookMs = 12_000;

export const draftParams = (nominationId: string) => ({ form: 'nomination', subjectId: nominationId });

export const useDraft = (nominationId: string): Draft => useView(path, { params: draftParams(nominationId) });

/** To put a newer version, which an act has answered, in the place of the one that is shown. */
export function useTakeDraft(nominationId: string): (draft: Draft) => void {
  const client = useQueryClient();
  return (draft) => client.setQueryData([path, draftParams(nominationId), {}], draft);
}

export function useLookAgain(nominationId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const queryKey = [path, draftParams(nominationId), {}];
    const look = setInterval(() => {
      const error = client.getQueryState(queryKey)?.error;
      const mustSignIn = error && 'status' in error && error.status === 401;
      if (!document.hidden && !mustSignIn) void client.invalidateQueries({ queryKey });
    }, lookMs);
    return () => clearInterval(look);
  }, [client, nominationId]);
}

export function useDraftStore(
  draft: Draft,
  sections: { key: string; fields: { key: string }[] }[],
  personId: string,
): DraftStore {
  const client = useQueryClient();
  const takeDraft = useTakeDraft(draft.subjectId);
  const make = () =>
    makeDraftStore({
      ...{ draft, personId, onSaved: takeDraft },
      sections: sections.map(({ key, fields }) => ({ key, fields: fields.map((field) => field.key) })),
      save: ({ section, ...body }) =>
        ask('put', '/drafts/:form/:subjectId/sections/:section', {
          params: { ...draftParams(draft.subjectId), section },
          body,
        }),
    });
  const [store] = useState(make);
  useEffect(() => store.open(), [store]);
  useEffect(() => store.take(draft), [store, draft]);
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'success' && event.query.queryKey[0] === path)
          store.wake();
      }),
    [client, store],
  );
  return store;
}

export function useSection(store: DraftStore, key: string): SectionState {
  const state = useSyncExternalStore(store.subscribe, () => store.section(key));
  if (state === undefined) throw new Error(`The form has no section ${key}.`);
  return state;
}

export const useSections = (store: DraftStore): SectionState[] => {
  const all = useSyncExternalStore(store.subscribe, store.all);
  return [...all.values()];
};

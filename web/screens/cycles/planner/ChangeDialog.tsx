// A change of the timetable: its fields, then what it would do, and only then the change itself.
import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../api/client.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { useFocusOnProblem } from '../../../parts/fields.ts';
import { ProblemAlert } from '../../../parts/ProblemAlert.tsx';
import { type WhatIf, WhatIfView } from './WhatIf.tsx';

type Props = {
  title: string;
  lead?: ReactNode;
  onClose: () => void;
  /** What the fields say: when it changes, what was shown is out of date. */
  said: unknown;
  fields: (problem: Problem | null) => ReactNode;
  preview: () => Promise<WhatIf>;
  act: () => Promise<unknown>;
  confirm: string;
  danger?: boolean;
};
type State = { busy: boolean; whatIf: WhatIf | null; problem: Problem | null };
const nothing: State = { busy: false, whatIf: null, problem: null };

/** Mounted while it is open. */
export function ChangeDialog({ title, lead, onClose, said, fields, preview, act, confirm, danger = false }: Props) {
  const { t } = useTranslation('cycles');
  const [state, setState] = useState<State>(nothing);
  const key = JSON.stringify(said);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was shown holds for what was said then
  useEffect(() => setState(nothing), [key]);
  const form = useFocusOnProblem(state.problem);
  const look = async (event: FormEvent) => {
    event.preventDefault();
    setState({ ...nothing, busy: true });
    await preview().then(
      (whatIf) => setState({ ...nothing, whatIf }),
      (problem: Problem) => setState({ ...nothing, problem }),
    );
  };
  const run = async () => {
    setState({ ...state, busy: true, problem: null });
    await act().then(onClose, (problem: Problem) => setState({ ...state, busy: false, problem }));
  };
  const isReady = state.whatIf !== null && state.whatIf.refused === null && !state.whatIf.already;
  return (
    <Dialog opened onClose={onClose} title={title} size="xl">
      <form ref={form} onSubmit={(event) => void look(event)}>
        <Stack gap="md">
          {lead && <div>{lead}</div>}
          {fields(state.problem)}
          {state.whatIf !== null && (
            <div role="status">
              <WhatIfView whatIf={state.whatIf} />
            </div>
          )}
          <ProblemAlert problem={state.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel', { ns: 'app' })}
            </Button>
            <Button type="submit" variant={isReady ? 'light' : 'filled'} loading={state.busy && !isReady}>
              {t(state.whatIf === null ? 'change.look' : 'change.lookAgain')}
            </Button>
            {isReady && (
              <Button onClick={() => void run()} loading={state.busy} color={danger ? 'red' : undefined}>
                {confirm}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

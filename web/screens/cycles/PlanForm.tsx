// A cycle to be planned: its fields, what planning it would do, and then the plan itself.
import { Button, Group, Paper, Stack, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/client.ts';
import { rulesOf, useFocusOnProblem } from '../../parts/fields.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { type WhatIf, WhatIfView } from './planner/WhatIf.tsx';

type Props = {
  fields: (rules: { [field: string]: string }) => ReactNode;
  said: unknown;
  preview: () => Promise<WhatIf>;
  act: () => Promise<unknown>;
};
type State = { busy: boolean; whatIf: WhatIf | null; problem: Problem | null };
const nothing: State = { busy: false, whatIf: null, problem: null };

export function PlanForm({ fields, said, preview, act }: Props) {
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
    setState({ ...state, busy: true });
    await act().catch((problem: Problem) => setState({ ...state, busy: false, problem }));
  };
  const isReady = state.whatIf !== null && state.whatIf.refused === null;
  return (
    <form ref={form} onSubmit={(event) => void look(event)}>
      <Stack gap="md">
        {fields(rulesOf(state.problem))}
        <ProblemAlert problem={state.problem} />
        {state.whatIf !== null && (
          <Paper withBorder p="md" role="status">
            <Title order={2} size="h4" mb="sm">
              {t('plan.preview')}
            </Title>
            <WhatIfView whatIf={state.whatIf} />
          </Paper>
        )}
        <Group>
          <Button type="submit" variant={isReady ? 'light' : 'filled'} loading={state.busy && !isReady}>
            {t(state.whatIf === null ? 'change.look' : 'change.lookAgain')}
          </Button>
          {isReady && (
            <Button onClick={() => void run()} loading={state.busy}>
              {t('plan.confirm')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

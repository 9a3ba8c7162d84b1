// How the panel voted, by name, on entries that stand equal to the end of the ladder.
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { inARow } from '../../parts/lists.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import { Choices, type Chosen } from './Choices.tsx';
import type { Deliberation, PanelOf } from './Decision.tsx';

type Props = { tie: string[]; panel: PanelOf; judges: Deliberation['judges'] };
const abstained = 'abstained';

export function Vote({ tie, panel, judges }: Props) {
  const { t, i18n } = useTranslation('panel');
  const text = useText();
  const [choices, setChoices] = useState<Chosen>({});
  const vote = useAct('post', '/panels/:panel/votes');
  const nameOf = (id: string) => text(panel.entries.find(({ nominationId }) => nominationId === id)?.organisation);
  const options = [
    ...tie.map((id) => ({ value: id, label: nameOf(id) })),
    { value: abstained, label: t('votes.abstained') },
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const votes = Object.entries(choices).map(([judgeId, choice]) => {
      return { judgeId, choice: choice === abstained ? null : choice };
    });
    vote.mutate({ params: { panel: panel.id }, body: { entries: tie, votes } });
  };
  return (
    <Card withBorder padding="md">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Title order={2} size="h3">
            {t('votes.title')}
          </Title>
          <Text>{t('votes.equal', { entries: inARow(tie.map(nameOf), i18n.language) })}</Text>
          <Choices judges={judges} options={options} chosen={choices} onChange={setChoices} />
          <ProblemAlert problem={vote.error} />
          <Group>
            <Button type="submit" loading={vote.isPending} disabled={Object.keys(choices).length === 0}>
              {t('votes.record')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

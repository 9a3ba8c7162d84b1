// The rounds of a panel as steps: what was judged in each, how many went on, and where it stands now.
import { Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/query.ts';
import { LocalText } from '../../parts/LocalText.tsx';
import { When } from '../../parts/When.tsx';
import type { PanelOf } from './Decision.tsx';

type Props = { panel: Pick<PanelOf, 'id' | 'cycleId' | 'rounds'>; seesBoard: boolean };
type Round = PanelOf['rounds'][number];

export function Rounds({ panel: { id, cycleId, rounds }, seesBoard }: Props) {
  const { t } = useTranslation('panel');
  if (rounds.length === 0) return null;
  return (
    <Stack component="ol" aria-label={t('rounds.title')} gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
      {rounds.map((round, at) => (
        <Paper
          key={round.key}
          component="li"
          withBorder
          p="sm"
          aria-current={round.state === 'present' ? 'step' : undefined}
        >
          <Group justify="space-between" gap="xs">
            <Group gap="xs">
              <Badge variant={round.state === 'present' ? 'filled' : 'light'} color={colours[round.state]}>
                {t('rounds.number', { number: at + 1 })}
              </Badge>
              <Text fw={600} component="span">
                <LocalText of={round.names} />
              </Text>
            </Group>
            <Text size="sm" component="span">
              <Said round={round} />
            </Text>
            {round.closesAt !== null && <Until at={round.closesAt} cycleId={cycleId} />}
            {round.state === 'ended' && seesBoard && (
              <Anchor component={Link} to={`/panels/${id}/rounds/${round.key}`} size="sm">
                {t('rounds.look')}
              </Anchor>
            )}
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}

const colours = { ended: 'gray', present: 'lake', 'to-come': 'gray' };

/** Where the round ends before judging does. */
function Until({ at, cycleId }: { at: string; cycleId: string }) {
  const { t } = useTranslation('panel');
  const { zone } = useView('/cycles/:cycleId', { params: { cycleId } });
  return (
    <Text size="sm" component="div">
      {t('rounds.until')} <When at={at} zone={zone} />
    </Text>
  );
}

function Said({ round: { state, entries, wentOn } }: { round: Round }) {
  const { t } = useTranslation('panel');
  return <>{t(`rounds.${state}`, { entries, wentOn })}</>;
}

/** Another round follows the present one. */
export const roundFollows = ({ rounds }: Pick<PanelOf, 'rounds'>): boolean => {
  const at = rounds.findIndex(({ state }) => state === 'present');
  return at >= 0 && at < rounds.length - 1;
};

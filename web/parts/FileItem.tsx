// One file on its way: how much of it has come, what it waits for, or why it is refused.
import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemWords } from './ProblemWords.tsx';
import type { Item, useSending } from './sending.ts';
import { sizeIn } from './sizes.ts';

type Props = {
  item: Item;
  sending: ReturnType<typeof useSending>;
  maxBytes: number;
  /** Which types and sizes are taken, in words. */
  taken: string;
};

export function FileItem({ item, sending, maxBytes, taken }: Props) {
  const { t, i18n } = useTranslation('parts');
  const { file, state, part } = item;
  const isRunning = state === 'reading' || state === 'sending' || state === 'waiting';
  return (
    <Paper component="li" withBorder p="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500} style={{ flex: '1 1 12rem' }}>
          {state === 'done' && <IconCheck size={16} aria-hidden style={{ verticalAlign: 'text-bottom' }} />} {file.name}
          <Text span size="sm">
            {' '}
            · {sizeIn(file.size, i18n.language)}
          </Text>
        </Text>
        {state !== 'done' && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('file.stopOf', { name: file.name })}
            onClick={() => sending.stop(item)}
          >
            {t(isRunning ? 'file.stop' : 'file.forget')}
          </Button>
        )}
      </Group>
      {isRunning && (
        <Progress value={part * 100} my={4} aria-label={t('file.progressOf', { name: file.name })} animated={false} />
      )}
      <div role="status">
        <Text size="sm">
          {state === 'reading' && t('file.reading')}
          {state === 'sending' && t('file.sending', { percent: Math.floor(part * 100) })}
          {state === 'waiting' &&
            t(item.problem?.status === 401 ? 'file.waitsForLogin' : 'file.waits', { percent: Math.floor(part * 100) })}
          {state === 'done' && t('file.done')}
        </Text>
      </div>
      {state === 'choosing' && <Choice item={item} sending={sending} maxBytes={maxBytes} />}
      {state === 'refused' && <Refused item={item} taken={taken} />}
    </Paper>
  );
}

/** The photo could be sent smaller; the person says. */
function Choice({ item, sending, maxBytes }: Omit<Props, 'taken'>) {
  const { t, i18n } = useTranslation('parts');
  const { file, smaller } = item;
  if (smaller === undefined) return null;
  const said = { from: sizeIn(file.size, i18n.language), to: sizeIn(smaller.size, i18n.language) };
  return (
    <>
      <Text size="sm">{t(file.size > maxBytes ? 'file.mustShrink' : 'file.shrinks', said)}</Text>
      <Group gap="xs" mt={4}>
        <Button size="xs" onClick={() => sending.choose(item, smaller)}>
          {t('file.sendSmaller', said)}
        </Button>
        {item.problem === undefined && (
          <Button size="xs" variant="default" onClick={() => sending.choose(item, file)}>
            {t('file.sendOriginal', said)}
          </Button>
        )}
      </Group>
    </>
  );
}

function Refused({ item, taken }: Pick<Props, 'item' | 'taken'>) {
  const { t } = useTranslation('parts');
  const { code = '', message = '' } = item.problem ?? {};
  const here = ['file-type', 'file-size', 'file-empty'].includes(code);
  return (
    <Text role="alert" size="sm" c="var(--mantine-color-error)">
      <IconAlertTriangle size={16} aria-hidden style={{ verticalAlign: 'text-bottom' }} />{' '}
      {here ? `${t(`file.refused.${code}`)} ${taken}` : <ProblemWords of={{ code, message }} />}
    </Text>
  );
}

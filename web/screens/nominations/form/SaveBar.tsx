// At the foot of the page: whether everything is saved, since when, and what is being waited for.
import { Badge, Button, Group, Paper, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft, DraftStore } from './draft-store.ts';
import { useSavedAt } from './SavedAt.tsx';
import { useSections } from './use-draft.ts';

type Props = { draft: Draft; store: DraftStore; onCheck: () => void };

export function SaveBar({ draft, store, onCheck }: Props) {
  const { t } = useTranslation('nominations');
  return (
    <Paper
      withBorder
      p="xs"
      className="no-print"
      style={{ position: 'sticky', bottom: 0, zIndex: 20, marginInline: 'calc(var(--mantine-spacing-xs) * -1)' }}
    >
      <Group justify="space-between" gap="xs">
        <SaveState draft={draft} store={store} />
        <Group gap="sm" wrap="nowrap">
          <Text size="sm">{t('form.percent', { percent: draft.percentComplete })}</Text>
          <Progress value={draft.percentComplete} w={80} aria-label={t('form.complete')} visibleFrom="sm" />
          <Button size="compact-md" variant="light" onClick={onCheck}>
            {t('form.check')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}

function SaveState({ draft, store }: Omit<Props, 'onCheck'>) {
  const { t } = useTranslation('nominations');
  const savedAt = useSavedAt();
  const sections = useSections(store);
  const has = (phase: string) => sections.some((section) => section.phase === phase);
  const status = sections.some(({ clash }) => clash !== null)
    ? 'clash'
    : (['refused', 'waiting', 'saving', 'typing'].find(has) ?? 'saved');
  const signedOut = sections.some(({ phase, problem }) => phase === 'waiting' && problem?.status === 401);
  const isBad = status === 'clash' || status === 'refused' || status === 'waiting';
  return (
    <div role="status" data-saved={status}>
      {isBad ? (
        <Badge color="orange" h="auto" style={{ whiteSpace: 'normal', textAlign: 'start' }}>
          {t(signedOut ? 'save.signedOut' : `save.all.${status}`)}
        </Badge>
      ) : (
        <Text size="sm">
          {status === 'saved' ? t('save.all.saved', { at: savedAt(draft.savedAt) }) : t(`save.${status}`)}
        </Text>
      )}
    </div>
  );
}

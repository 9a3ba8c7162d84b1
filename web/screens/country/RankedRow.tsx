// One nomination in the ranking: a handle, two buttons, and the way to its panel.
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, Group, Paper, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useText } from '../../parts/texts.ts';
import type { Row } from './RankedCategory.tsx';
import { StatusBadge } from './StatusBadge.tsx';

type Props = {
  row: Row;
  place: number;
  of: number;
  may: boolean;
  isFull: boolean;
  onUp: () => void;
  onDown: () => void;
};

export function RankedRow({ row, place, of, may, isFull, onUp, onDown }: Props) {
  const { t } = useTranslation('country');
  const said = useText();
  const { nominationId, organisation, title, status, checks } = row;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: nominationId,
    disabled: !may,
  });
  const name = said(organisation);
  return (
    <Paper
      component="li"
      withBorder
      p="sm"
      ref={setNodeRef}
      shadow={isDragging ? 'md' : 'none'}
      style={{
        transform: CSS.Translate.toString(transform),
        transition,
        zIndex: isDragging ? 2 : 'auto',
        position: 'relative',
      }}
    >
      <Group gap="xs" wrap="nowrap" align="flex-start">
        {may && (
          <ActionIcon
            ref={setActivatorNodeRef}
            variant="subtle"
            color="gray"
            size={36}
            style={{ cursor: 'grab', touchAction: 'none' }}
            {...attributes}
            {...listeners}
            aria-label={t('ranking.handle', { name, place, of })}
          >
            <IconGripVertical size={20} aria-hidden />
          </ActionIcon>
        )}
        <Text fw={600} size="lg" miw={24}>
          {place}
        </Text>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text
            component={Link}
            to={`/nominations/${nominationId}/screening`}
            fw={600}
            td="underline"
            display="inline-block"
            mih={24}
          >
            <LocalText of={organisation} />
          </Text>
          <Text size="sm">
            <LocalText of={title} />
          </Text>
          <Group gap="xs" mt={4}>
            <StatusBadge status={status} />
            <Text size="sm">{t('checklist.count', { passed: checks.passed, of: checks.of })}</Text>
          </Group>
          {may && status === 'submitted' && <Forward row={row} isFull={isFull} name={name} />}
        </div>
        {may && (
          <Group gap={4} wrap="nowrap">
            <ActionIcon
              variant="default"
              size={36}
              disabled={place === 1}
              onClick={onUp}
              aria-label={t('ranking.up', { name })}
            >
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size={36}
              disabled={place === of}
              onClick={onDown}
              aria-label={t('ranking.down', { name })}
            >
              <IconArrowDown size={18} aria-hidden />
            </ActionIcon>
          </Group>
        )}
      </Group>
    </Paper>
  );
}

function Forward({ row, isFull, name }: { row: Row; isFull: boolean; name: string }) {
  const { t } = useTranslation('country');
  const forward = useAct('post', '/nominations/:nominationId/forward');
  const { passed, of } = row.checks;
  if (passed < of) return <Text size="sm">{t('ranking.notChecked', { count: of - passed })}</Text>;
  if (isFull) return <Text size="sm">{t('ranking.full')}</Text>;
  return (
    <ConfirmButton
      mt="xs"
      size="compact-md"
      variant="light"
      title={t('ranking.forwardTitle', { name })}
      body={t('ranking.forwardMeans')}
      confirm={t('ranking.forward')}
      act={() => forward.mutateAsync({ params: { nominationId: row.nominationId }, body: {} })}
    >
      {t('ranking.forward')}
    </ConfirmButton>
  );
}

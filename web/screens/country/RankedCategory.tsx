// The nominations of one category in the country's order, and the line of its quota.
import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { Badge, Button, Divider, Group, Stack, Text, Title } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract, ItemOf } from '../../../api/contract.ts';
import { useAct } from '../../api/query.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import type { useDesk } from './here.ts';
import { RankedRow } from './RankedRow.tsx';

export type Row = ItemOf<'/cycles/:cycleId/nominations'>;
type Category = Contract<'get', '/cycles/:cycleId/countries/:iso2'>['answer']['categories'][number];
type Props = { here: ReturnType<typeof useDesk>; category: Category; nominations: Row[] };

export function RankedCategory({ here, category, nominations }: Props) {
  const { t } = useTranslation('country');
  const { cycleId, iso2, roles, categoryName } = here;
  const stored = nominations.map(({ nominationId }) => nominationId);
  const [order, setOrder] = useState(stored);
  const [said, setSaid] = useState('');
  const save = useAct('post', '/cycles/:cycleId/countries/:iso2/rank');
  const may = roles.has('approver') && category.status === 'open';
  const isChanged = order.join() !== stored.join();
  const isUnsaved = isChanged || (stored.length > 0 && category.ranking.join() !== stored.join());
  const rows = order.flatMap((id) => nominations.find((one) => one.nominationId === id) ?? []);
  const nameOf = (id: string | number) =>
    here.say(nominations.find(({ nominationId }) => nominationId === id)?.organisation);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= order.length || from === to) return;
    setSaid(t('ranking.moved', { name: nameOf(order[from] ?? ''), place: to + 1, of: order.length }));
    setOrder(arrayMove(order, from, to));
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over !== null) move(order.indexOf(String(active.id)), order.indexOf(String(over.id)));
  };
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: string | number | undefined) => order.indexOf(String(id)) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('ranking.lifted', { name: nameOf(active.id), place: place(active.id) }),
    onDragOver: ({ active, over }) => t('ranking.over', { name: nameOf(active.id), place: place(over?.id) }),
    onDragEnd: ({ active, over }) => t('ranking.dropped', { name: nameOf(active.id), place: place(over?.id) }),
    onDragCancel: ({ active }) => t('ranking.cancelled', { name: nameOf(active.id), place: place(active.id) }),
  };
  const { used, cap } = category.quota;
  return (
    <section aria-labelledby={`rank-${category.category}`}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id={`rank-${category.category}`}>
          {categoryName(category.category)}
        </Title>
        <Badge color={used >= cap ? 'orange' : 'lake'}>{t('desk.quota', { used, cap, left: cap - used })}</Badge>
      </Group>
      {category.status !== 'open' && <Text mb="xs">{t(`ranking.${category.status}`)}</Text>}
      {rows.length === 0 && <Text>{t('ranking.emptyCategory')}</Text>}
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={drop}
        accessibility={{ announcements, screenReaderInstructions: { draggable: t('ranking.how') } }}
      >
        <SortableContext items={order} strategy={verticalListSortingStrategy}>
          <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
            {rows.map((row, index) => (
              <Fragment key={row.nominationId}>
                {index === cap && (
                  <Divider
                    component="li"
                    role="separator"
                    label={t('ranking.quotaLine', { cap })}
                    labelPosition="left"
                    color="orange"
                  />
                )}
                <RankedRow
                  row={row}
                  place={index + 1}
                  of={rows.length}
                  may={may}
                  isFull={used >= cap}
                  onUp={() => move(index, index - 1)}
                  onDown={() => move(index, index + 1)}
                />
              </Fragment>
            ))}
          </Stack>
        </SortableContext>
      </DndContext>
      <div aria-live="polite" className="visually-hidden" style={{ position: 'absolute', left: -9999 }}>
        {said}
      </div>
      <ProblemAlert problem={save.error} />
      {may && rows.length > 0 && (
        <Group mt="sm">
          <Button
            disabled={!isUnsaved}
            loading={save.isPending}
            onClick={() => save.mutate({ params: { cycleId, iso2 }, body: { category: category.category, order } })}
          >
            {t(isUnsaved ? 'ranking.save' : 'ranking.saved')}
          </Button>
          {isChanged && (
            <Button variant="default" onClick={() => setOrder(stored)}>
              {t('ranking.undo')}
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}

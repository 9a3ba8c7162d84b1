// The items of a meeting in their order; who leads moves them and adds what is no entry.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgendaItem } from './AgendaItem.tsx';
import type { MeetingOf } from './Meeting.tsx';

type Items = MeetingOf['items'];
type Props = { meeting: MeetingOf; items: Items; onChange?: (items: Items) => void };

export function Agenda({ meeting, items, onChange }: Props) {
  return (
    <>
      <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((item, at) => (
          <AgendaItem
            key={item.itemId}
            meeting={meeting}
            item={item}
            at={at}
            of={items.length}
            {...(onChange !== undefined && {
              onChange: (one) => onChange(items.with(at, one)),
              onMove: (to) => onChange(moved(items, at, to)),
              onRemove: () => onChange(items.filter((_, index) => index !== at)),
            })}
          />
        ))}
      </Stack>
      {onChange !== undefined && <NewItem onAdd={(title) => onChange([...items, blank(title)])} />}
    </>
  );
}

const moved = (items: Items, from: number, to: number): Items => {
  const one = items[from];
  return one === undefined ? items : items.toSpliced(from, 1).toSpliced(to, 0, one);
};

const blank = (title: string): Items[number] => ({
  ...{ itemId: crypto.randomUUID(), nominationId: null, title, organisation: null, flags: [], rank: null },
  ...{ mustLeave: [], said: '', left: [], answers: [], notes: [], noted: [] },
});

function NewItem({ onAdd }: { onAdd: (title: string) => void }) {
  const { t } = useTranslation('panel');
  const [title, setTitle] = useState('');
  const add = () => {
    onAdd(title.trim());
    setTitle('');
  };
  return (
    <Group align="flex-end">
      <TextInput
        label={t('meeting.newItem')}
        flex={1}
        miw={220}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button variant="default" disabled={title.trim() === ''} onClick={add}>
        {t('meeting.add')}
      </Button>
    </Group>
  );
}

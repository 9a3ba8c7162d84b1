// Starting a nomination: the category, then straight into its form.
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import type { Nominating } from './CategoryCards.tsx';

export function Start({ cycleId, nominating }: { cycleId: string; nominating: Nominating }) {
  const { t } = useTranslation('nominations');
  const say = useText();
  const navigate = useNavigate();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { country, categories } = nominating;
  const [category, setCategory] = useState(categories.find((one) => one.open)?.category ?? null);
  const start = useAct('post', '/cycles/:cycleId/nominations', {
    onDone: ({ id }) => void navigate({ to: `/nominations/${id}/form` }),
  });
  const isClosed = categories.every((one) => !one.open);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={open}>
        {t('start.act')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('start.act')}>
        <Stack>
          {isClosed && <Text size="sm">{t('start.closed')}</Text>}
          <Radio.Group
            label={t('start.category')}
            description={t('start.means')}
            value={category}
            onChange={setCategory}
          >
            <Stack gap="xs" mt="xs">
              {categories.map((one) => (
                <Radio
                  key={one.category}
                  value={one.category}
                  label={say(one.names)}
                  description={one.open ? undefined : t('list.closed')}
                />
              ))}
            </Stack>
          </Radio.Group>
          <ProblemAlert problem={start.error} />
          <Group justify="flex-end">
            <Button
              disabled={category === null}
              loading={start.isPending}
              onClick={() => category !== null && start.mutate({ params: { cycleId }, body: { country, category } })}
            >
              {t('start.go')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

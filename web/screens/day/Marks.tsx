// Whether a talk was given, marked with a thumb; one mark corrects the other.
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { useText } from '../../parts/texts.ts';
import type { SessionOf } from './Today.tsx';

type Talk = SessionOf['talks'][number] & { id: string };
const markable = ['confirmed', 'presented', 'absent'];

export function Marks({ talk }: { talk: Talk }) {
  const { t } = useTranslation('day');
  const say = useText();
  const present = useAct('post', '/talks/:talk/mark-presented');
  const absent = useAct('post', '/talks/:talk/mark-absent');
  const params = { talk: talk.id };
  if (!markable.includes(talk.status ?? ''))
    return (
      <Text size="sm" mt="xs">
        {t('notConfirmed')}
      </Text>
    );
  return (
    <>
      <Group gap="xs" mt="xs" role="group" aria-label={t('marksOf', { name: say(talk.organisation ?? {}) })}>
        <Button
          mih={48}
          flex={1}
          variant={talk.status === 'presented' ? 'filled' : 'default'}
          aria-pressed={talk.status === 'presented'}
          loading={present.isPending}
          onClick={() => present.mutate({ params, body: {} })}
        >
          {t('presented')}
        </Button>
        <Button
          mih={48}
          flex={1}
          variant={talk.status === 'absent' ? 'filled' : 'default'}
          color={talk.status === 'absent' ? 'red' : undefined}
          aria-pressed={talk.status === 'absent'}
          loading={absent.isPending}
          onClick={() => absent.mutate({ params, body: { reason: '' } })}
        >
          {t('absent')}
        </Button>
      </Group>
      <ProblemAlert problem={present.error ?? absent.error} />
    </>
  );
}

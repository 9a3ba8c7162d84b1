// Why each talk has no place: how many slots each rule excludes, and the one change that would help.
import { List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../../api/contract.ts';
import { useText } from '../../../parts/texts.ts';
import { Section } from '../../results/Section.tsx';
import { useWords } from '../grid/words.ts';
import { clock, type Forum } from '../places.ts';

type Left = Contract<'get', '/forums/:forumId/schedule/quality'>['answer']['left'][number];

export function WhyLeft({ forum, left }: { forum: Forum; left: Left[] }) {
  const { t } = useTranslation('forum-quality');
  const words = useWords(forum);
  return (
    <Section title={t('left.title', { count: left.length })} lead={left.length > 0 && t('left.lead')}>
      {left.length === 0 && <Text>{t('left.nobody')}</Text>}
      {left.map((one) => (
        <Stack key={one.talk} gap={4}>
          <Title order={3} size="h4">
            {words.talk(one.talk)}
          </Title>
          <List size="sm">
            {one.excluded === undefined
              ? one.reasons.map((reason) => <List.Item key={reason}>{reason}</List.Item>)
              : one.excluded.map(({ rule, slots }) => (
                  <List.Item key={rule}>{t(`rule.${rule}`, { count: slots, of: one.slots ?? 0 })}</List.Item>
                ))}
          </List>
          <Helps forum={forum} relief={one.relief} />
        </Stack>
      ))}
    </Section>
  );
}

function Helps({ forum, relief }: { forum: Forum; relief: Left['relief'] }) {
  const { t, i18n } = useTranslation('forum-quality');
  const words = useWords(forum);
  const text = useText();
  if (relief === undefined) return null;
  if (relief === null) return <Text size="sm">{t('relief.none')}</Text>;
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const block = forum.plan.blocks.find(({ key }) => key === relief.block);
  return (
    <Text size="sm" fw={600}>
      {t(`relief.${relief.kind}`, {
        talk: relief.talk === undefined ? '' : words.talk(relief.talk),
        language: relief.language === undefined ? '' : names.of(relief.language),
        room: text(forum.plan.rooms.find(({ key }) => key === relief.room)?.name),
        time: block === undefined ? '' : `${clock(block.startsAt)}–${clock(block.endsAt)}`,
      })}
    </Text>
  );
}

// The announcement in stages: when each is published, who sees what then, and what was corrected since.
import { Badge, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct, useList, useView } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useParam } from '../../parts/params.ts';
import type { Texts } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import { useAwardNames } from './award-names.ts';
import { CorrectAnnouncement } from './CorrectAnnouncement.tsx';
import { Frame } from './Frame.tsx';
import { useMayAct } from './may-act.ts';
import { PlanAnnouncement } from './PlanAnnouncement.tsx';
import { Section } from './Section.tsx';

export function Announcement() {
  const { t } = useTranslation('results');
  const cycleId = useParam('cycleId');
  const names = useAwardNames(cycleId);
  const mayAct = useMayAct();
  const { zone, stages } = useView('/cycles/:cycleId/announcement', { params: { cycleId } });
  const { items } = useList('/cycles/:cycleId/laureates', { params: { cycleId }, query: { limit: 200 } });
  const publish = useAct('post', '/cycles/:cycleId/announcement/:stage/publish');
  const ready = items.filter(
    ({ place, current, endorsedAt, held, answer }) =>
      place === 'laureate' && current && endorsedAt !== null && !held && answer !== 'declined',
  );
  const shown = (
    <List size="sm">
      {ready.map((one) => (
        <List.Item key={one.laureateId}>
          <LocalText of={one.organisation} /> ({names.country(one.country)}, {names.category(one.category)})
        </List.Item>
      ))}
    </List>
  );
  return (
    <Frame cycleId={cycleId} title={t('announcement.title')} lead={t('announcement.lead')}>
      <Section title={t('announcement.stages')}>
        {stages.length === 0 && <Empty text={t('announcement.empty')} />}
        <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {stages.map(({ stage, at, published, corrections = {} }) => (
            <Card key={stage} component="li" withBorder padding="sm">
              <Group justify="space-between" align="flex-start">
                <div>
                  <Title order={3} size="h4">
                    {t(`stage.${stage}`)}
                  </Title>
                  <Text size="sm">{t(`stageSees.${stage}`)}</Text>
                  <When at={at} zone={zone} relative={!published} />
                </div>
                <Badge color={published ? 'green' : 'gray'}>
                  {t(published ? 'announcement.published' : 'announcement.planned')}
                </Badge>
              </Group>
              <Corrections of={corrections} />
              {mayAct && !published && (
                <Group mt="sm">
                  <ConfirmButton
                    size="sm"
                    variant="light"
                    title={t('announcement.publishTitle', { stage: t(`stage.${stage}`) })}
                    confirm={t('announcement.publish')}
                    act={() => publish.mutateAsync({ params: { cycleId, stage }, body: undefined })}
                    body={
                      <Stack gap="sm">
                        <Text>{t('announcement.publishMeans', { who: t(`stageSees.${stage}`) })}</Text>
                        {ready.length === 0 ? <Text>{t('announcement.nobody')}</Text> : shown}
                      </Stack>
                    }
                  >
                    {t('announcement.publish')}
                  </ConfirmButton>
                </Group>
              )}
            </Card>
          ))}
        </Stack>
      </Section>
      {mayAct && <PlanAnnouncement cycleId={cycleId} zone={zone} stages={stages} />}
      <Section title={t('announcement.who', { count: ready.length })}>
        {ready.length === 0 ? <Empty text={t('announcement.nobodyYet')} /> : shown}
      </Section>
      {mayAct && stages.some(({ published }) => published) && (
        <CorrectAnnouncement cycleId={cycleId} laureates={ready} />
      )}
    </Frame>
  );
}

/** What a stage says now, where it was corrected; by laureate and field, as they were published. */
function Corrections({ of }: { of: { [what: string]: Texts } }) {
  const { t } = useTranslation('results');
  const all = Object.entries(of);
  if (all.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {t('announcement.corrected')}
      </Text>
      <List size="sm">
        {all.map(([what, text]) => (
          <List.Item key={what}>
            {t(what.endsWith(' note') ? 'correct.note' : 'correct.name')}: <LocalText of={text} />
          </List.Item>
        ))}
      </List>
    </>
  );
}

// What a country decided on paper: whom it names in which order, where that is written, and the minutes; no scores.
import { Card, Group, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/query.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { LetterUpload } from '../../parts/LetterUpload.tsx';
import { LocalText } from '../../parts/LocalText.tsx';
import { useText } from '../../parts/texts.ts';
import type { Deliberation, PanelOf } from './Decision.tsx';

type Props = { panel: PanelOf; deliberation: Deliberation };
/** `laureate 1`, `runner-up 2`. */
type Places = { [nominationId: string]: string };

export function OutsideDecision({ panel, deliberation }: Props) {
  const { t } = useTranslation('panel');
  const text = useText();
  const { awards } = deliberation;
  const [places, setPlaces] = useState<Places>({});
  const [said, setSaid] = useState<{ source: string; minutes: string | null }>({ source: '', minutes: null });
  const record = useAct('post', '/panels/:panel/outside-decision');
  const numbered = (place: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      value: `${place} ${index + 1}`,
      label:
        count === 1 ? t(`place.${place}`) : t('outside.numbered', { place: t(`place.${place}`), order: index + 1 }),
    }));
  const options = [...numbered('laureate', awards.laureates), ...numbered('runner-up', awards.runnersUp)];
  const at = (place: string) =>
    Object.entries(places)
      .filter(([, chosen]) => chosen.startsWith(`${place} `))
      .sort(([, a], [, b]) => (a < b ? -1 : 1))
      .map(([id]) => id);
  const act = () =>
    record.mutateAsync({
      params: { panel: panel.id },
      body: { laureates: at('laureate'), runnersUp: at('runner-up'), ...said },
    });
  return (
    <Stack>
      <Title order={2} size="h3">
        {t('outside.title')}
      </Title>
      <Text>{t('outside.lead')}</Text>
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {panel.entries.map(({ nominationId, organisation }) => (
          <Card key={nominationId} withBorder component="li" padding="sm">
            <Group justify="space-between" align="flex-end">
              <Text fw={600}>
                <LocalText of={organisation} />
              </Text>
              <Select
                label={t('decision.place')}
                aria-label={`${t('decision.place')}: ${text(organisation)}`}
                placeholder={t('place.none')}
                w={200}
                clearable
                data={options}
                value={places[nominationId] ?? null}
                onChange={(chosen) => {
                  const { [nominationId]: _before, ...others } = places;
                  setPlaces(chosen === null ? others : { ...others, [nominationId]: chosen });
                }}
              />
            </Group>
          </Card>
        ))}
      </Stack>
      <Textarea
        label={t('outside.source')}
        description={t('outside.sourceHint')}
        required
        autosize
        minRows={2}
        value={said.source}
        onChange={(event) => setSaid({ ...said, source: event.currentTarget.value })}
      />
      <LetterUpload
        cycleId={panel.cycleId}
        {...(panel.country !== null && { country: panel.country })}
        label={t('outside.minutes')}
        onDone={({ hash }) => setSaid((before) => ({ ...before, minutes: hash }))}
      />
      <Group>
        <ConfirmButton
          title={t('outside.record')}
          body={<Text>{t('outside.means')}</Text>}
          confirm={t('outside.record')}
          act={act}
          disabled={said.source.trim().length < 3}
        >
          {t('outside.record')}
        </ConfirmButton>
      </Group>
    </Stack>
  );
}

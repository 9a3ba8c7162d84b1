// Two have written the same place: both versions, field by field, and which one stands, or a text of both.
import { Alert, Button, Group, Paper, Radio, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftStore, SectionState } from './draft-store.ts';
import { placesOf } from './merging.ts';
import { useSavedAt } from './SavedAt.tsx';

type Kept = 'mine' | 'theirs' | 'both';
type Props = { store: DraftStore; state: SectionState; labelOf: (place: string) => string };

const said = (answer: unknown) => (answer === undefined || answer === null ? '' : String(answer));

export function ClashBox({ store, state, labelOf }: Props) {
  const { t } = useTranslation('nominations');
  const savedAt = useSavedAt();
  const [kept, setKept] = useState<{ [place: string]: Kept }>({});
  const [texts, setTexts] = useState<{ [place: string]: string }>({});
  if (state.clash === null) return null;
  const { theirs, by, at, places } = state.clash;
  const typed = placesOf(state.typed);
  const answerOf = (place: string, other: unknown) => {
    if (kept[place] === 'theirs') return other;
    return kept[place] === 'both' ? (texts[place] ?? `${said(typed[place])}\n\n${said(other)}`) : typed[place];
  };
  const isDecided = places.every(({ place }) => kept[place] !== undefined);
  const there = placesOf(theirs.content);
  const settle = () =>
    store.resolve(
      state.key,
      Object.fromEntries(places.map(({ place, theirs: other }) => [place, answerOf(place, there[place] ?? other)])),
    );
  return (
    <Alert color="orange" variant="light" role="alert" title={t('clash.title')}>
      <Text size="sm" mb="sm">
        {t('clash.text', { name: by ?? t('clash.somebody'), at: at === null ? '' : savedAt(at) })}
      </Text>
      <Stack gap="md">
        {places.map(({ place, theirs: other }) => {
          const versions = { mine: said(typed[place]), theirs: said(there[place] ?? other) };
          const isText = typeof (typed[place] ?? other) === 'string';
          return (
            <Paper key={place} withBorder p="sm">
              <Radio.Group
                label={labelOf(place)}
                value={kept[place] ?? null}
                onChange={(value) => setKept({ ...kept, [place]: value as Kept })}
              >
                <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
                  {(['mine', 'theirs'] as const).map((whose) => (
                    <div key={whose}>
                      <Radio value={whose} label={t(`clash.${whose}`, { name: by ?? t('clash.somebody') })} />
                      <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap' }} data-version={whose}>
                        {versions[whose] === '' ? t('clash.empty') : versions[whose]}
                      </Text>
                    </div>
                  ))}
                </SimpleGrid>
                {isText && <Radio mt="xs" value="both" label={t('clash.both')} />}
              </Radio.Group>
              {kept[place] === 'both' && (
                <Textarea
                  mt="xs"
                  label={t('clash.merged', { field: labelOf(place) })}
                  autosize
                  minRows={3}
                  value={texts[place] ?? `${versions.mine}\n\n${versions.theirs}`}
                  onChange={(event) => setTexts({ ...texts, [place]: event.currentTarget.value })}
                />
              )}
            </Paper>
          );
        })}
      </Stack>
      <Group mt="sm">
        <Button onClick={settle} disabled={!isDecided}>
          {t('clash.settle')}
        </Button>
        {!isDecided && <Text size="sm">{t('clash.choose')}</Text>}
      </Group>
    </Alert>
  );
}

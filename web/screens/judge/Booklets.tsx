// An entry as one PDF, whole and light, each with its size.
import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMaybeView } from '../../api/query.ts';
import { sizeIn } from './sizes.ts';

export function Booklets({ nominationId }: { nominationId: string }) {
  const { t, i18n } = useTranslation('judge');
  const { data, error } = useMaybeView('/nominations/:nominationId/booklet', { params: { nominationId } });
  if (error) return <Text size="sm">{t('papers.noBooklet')}</Text>;
  if (data === undefined) return <Text size="sm">{t('papers.making')}</Text>;
  return (
    <List>
      {(['full', 'light'] as const).map((which) => {
        const { url, bytes, pages } = data[which];
        return (
          <List.Item key={which}>
            <Anchor href={url} target="_blank">
              {t(`papers.${which}`)}
            </Anchor>{' '}
            ({t('papers.size', { size: sizeIn(bytes, i18n.language), count: pages })})
          </List.Item>
        );
      })}
    </List>
  );
}

// How reliable a panel's sheets are, in sentences, for those who lead it and the secretariat alone.
import { Alert, Anchor, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { useView } from '../../api/query.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam, useSearchText } from '../../parts/params.ts';
import { Islands } from './Islands.tsx';
import { JudgeMeasures } from './JudgeMeasures.tsx';
import { PanelTitle } from './PanelTitle.tsx';

export type ReliabilityOf = Contract<'get', '/panels/:panel/reliability'>['answer'];
const StrictnessChart = lazy(async () => ({ default: (await import('./StrictnessChart.tsx')).StrictnessChart }));

export function Reliability() {
  const { t } = useTranslation('panel');
  const id = useParam('panel');
  const panel = useView('/panels/:panel', { params: { panel: id } });
  const round = useSearchText('round');
  const found = useView('/panels/:panel/reliability', { params: { panel: id }, query: { round } });
  const { entries, judges, sheets } = found;
  return (
    <Page
      title={t('reliability.title')}
      over={
        <Anchor component={Link} to={`/panels/${id}`}>
          <PanelTitle {...panel} />
        </Anchor>
      }
      lead={t('reliability.lead')}
      width={860}
    >
      {found.hidden !== null ? (
        <Empty text={t(`reliability.hidden.${found.hidden}`, { entries, judges })} />
      ) : (
        <Stack>
          <Text>{t('reliability.rests', { entries, judges, sheets })}</Text>
          <Islands islands={found.islands} />
          {found.indicative !== null && <Alert color="orange">{t(`reliability.indicative.${found.indicative}`)}</Alert>}
          <Whole found={found} />
          <Title order={2} size="h3">
            {t('reliability.judges')}
          </Title>
          <Text size="sm">{t('reliability.judgesMean')}</Text>
          <Suspense fallback={<Loading />}>
            <StrictnessChart judges={found.perJudge} />
          </Suspense>
          <JudgeMeasures judges={found.perJudge} />
        </Stack>
      )}
    </Page>
  );
}

/** The panel as a whole: each measure as a sentence with its reading. */
function Whole({ found }: { found: ReliabilityOf }) {
  const { t } = useTranslation('panel');
  if (found.panel === null) return null;
  const { ofMean, ofOne, judgesNeeded, alpha, concordance } = found.panel;
  return (
    <section>
      <Title order={2} size="h3" mb="xs">
        {t('reliability.panel')}
      </Title>
      <List spacing="xs">
        {!found.complete && <List.Item>{t('reliability.incomplete')}</List.Item>}
        {found.complete && <List.Item>{ofMean === null ? t('reliability.noIcc') : <OfMean of={ofMean} />}</List.Item>}
        {ofOne !== null && (
          <List.Item>
            {t('reliability.one', { value: ofOne.toFixed(2) })}{' '}
            {judgesNeeded === null ? t('reliability.noneWouldDo') : t('reliability.needed', { count: judgesNeeded })}
          </List.Item>
        )}
        <List.Item>
          {alpha === null
            ? t('reliability.noAlpha')
            : t('reliability.alpha', {
                value: alpha.value.toFixed(2),
                reading: t(`reliability.alphaReading.${alpha.reading}`),
              })}
        </List.Item>
        {concordance !== null && (
          <List.Item>
            {t('reliability.concordance', {
              w: concordance.w.toFixed(2),
              chiSquare: concordance.chiSquare.toFixed(2),
              freedom: concordance.freedom,
              p: concordance.p < 0.001 ? '< 0.001' : `= ${concordance.p.toFixed(3)}`,
            })}
          </List.Item>
        )}
      </List>
    </section>
  );
}

function OfMean({ of }: { of: NonNullable<NonNullable<ReliabilityOf['panel']>['ofMean']> }) {
  const { t } = useTranslation('panel');
  const { value, from, to, reading } = of;
  const between =
    from === null || to === null ? '' : t('reliability.between', { from: from.toFixed(2), to: to.toFixed(2) });
  return (
    <>{`${t('reliability.icc', { value: value.toFixed(2), reading: t(`reliability.iccReading.${reading}`) })} ${between}`}</>
  );
}

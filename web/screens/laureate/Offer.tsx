// An award as it is offered: until when it is answered, the answer, and how everything about it is written.
import { Alert, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../parts/LocalText.tsx';
import { Page } from '../../parts/Page.tsx';
import { useText } from '../../parts/texts.ts';
import { When } from '../../parts/When.tsx';
import { AnswerCard } from './AnswerCard.tsx';
import type { Award } from './award.ts';
import { CheckCard } from './CheckCard.tsx';
import { PhotoCard } from './PhotoCard.tsx';
import { ProofCard } from './ProofCard.tsx';

type Props = { award: Award; onBehalf: boolean; readOnly?: boolean; children?: ReactNode };

export function Offer({ award, onBehalf, readOnly = false, children }: Props) {
  const { t } = useTranslation('laureate');
  const text = useText();
  const { organisation, cycle, categoryNames, place, offeredAt, answer, answerBy } = award;
  const isWaiting = offeredAt !== null && answer === null;
  const over = (
    <>
      <LocalText of={cycle} /> · <LocalText of={categoryNames} />
    </>
  );
  return (
    <Page title={text(organisation)} over={over} lead={t(`place.${place}`)} width={720}>
      {onBehalf && <Alert variant="light">{t('onBehalf.about')}</Alert>}
      {isWaiting && answerBy !== null && (
        <Alert color="yellow" title={t('answerBy')}>
          <When at={answerBy.at} zone={answerBy.zone} relative />
        </Alert>
      )}
      {offeredAt === null && <Alert color="gray">{t('notOffered')}</Alert>}
      {answer !== null && <Alert color={answer === 'accepted' ? 'green' : 'orange'}>{t(`answer.${answer}`)}</Alert>}
      <Stack>
        {isWaiting && !readOnly && <AnswerCard award={award} onBehalf={onBehalf} />}
        <ProofCard award={award} readOnly={readOnly || onBehalf} />
        {!readOnly && award.checkable && <CheckCard award={award} />}
        {!readOnly && <PhotoCard award={award} />}
        {children}
      </Stack>
    </Page>
  );
}

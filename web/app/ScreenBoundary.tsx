// Shows that a screen is coming, and in words why it does not.
import { Stack, Title } from '@mantine/core';
import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { CatchBoundary } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../parts/Loading.tsx';
import { ProblemAlert } from '../parts/ProblemAlert.tsx';

/** `of` is what is shown: another one begins without the problem of the one before. */
export const ScreenBoundary = ({ of, children }: { of: string; children: ReactNode }) => (
  <QueryErrorResetBoundary>
    {({ reset: forget }) => (
      <CatchBoundary
        getResetKey={() => of}
        errorComponent={({ error, reset }) => (
          <NotOpened
            problem={error instanceof Error ? error : new Error(String(error))}
            onRetry={() => {
              forget();
              reset();
            }}
          />
        )}
      >
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </CatchBoundary>
    )}
  </QueryErrorResetBoundary>
);

/** The problem keeps the focus: it is what there is to read. */
function NotOpened(props: Parameters<typeof ProblemAlert>[0]) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('notOpened')}
      </Title>
      <ProblemAlert {...props} />
    </Stack>
  );
}

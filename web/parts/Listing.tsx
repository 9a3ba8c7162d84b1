// A list: its waiting, its problem, what to do when it is empty, the next page, and its export as a table.
import { Button, Group, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../api/client.ts';
import type { List } from '../api/query.ts';
import { Loading } from './Loading.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

type Props<Item> = {
  list: List<Item>;
  /** Shown in the place of an empty list: say what to do next. */
  empty: ReactNode;
  children: (items: Item[]) => ReactNode;
  exports?: ReactNode;
};

export function Listing<Item>({ list, empty, children, exports }: Props<Item>) {
  const { t } = useTranslation();
  if (list.isLoading) return <Loading />;
  if (list.problem) return <ProblemAlert problem={list.problem} />;
  if (list.items.length === 0) return <>{empty}</>;
  return (
    <Stack gap="sm">
      {/* What the lines ask for themselves keeps nobody from the rest of the screen, nor takes the focus away. */}
      <Suspense fallback={<Loading />}>{children(list.items)}</Suspense>
      <Group justify="space-between" className="no-print">
        {list.more ? (
          <Button variant="light" onClick={list.more} loading={list.isLoadingMore}>
            {t('more')}
          </Button>
        ) : (
          <span />
        )}
        {exports}
      </Group>
    </Stack>
  );
}

/** What is listed, with its filter, as XLSX: every row of it, not only the pages on the screen. */
export function ExportButton({ path, params = {}, query = {} }: { path: string; params?: object; query?: object }) {
  const { t } = useTranslation();
  const href = addressOf(path, params, { ...query, format: 'xlsx' });
  return (
    <Button
      component="a"
      href={href}
      download
      variant="subtle"
      size="compact-sm"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {t('export')}
    </Button>
  );
}

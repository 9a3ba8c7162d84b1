// An address that no screen has.
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/Empty.tsx';
import { Page } from '../parts/Page.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Empty text={t('notFound.text')} to="/" action={t('notFound.home')} />
    </Page>
  );
}

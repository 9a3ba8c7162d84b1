// A nomination's form in Word and Excel, on a page of its own: for those who work on it outside the browser.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { FormPapers } from './FormPapers.tsx';

export function Papers() {
  const { t } = useTranslation('country');
  const nominationId = useParam('nominationId');
  const me = useMe();
  const { editors } = useView('/drafts/nomination/:nominationId/editors', { params: { nominationId } });
  const isEditor = editors.some(({ personId }) => personId === me?.personId);
  return (
    <Page
      title={t('formPapers.page')}
      width={860}
      actions={
        <Button component={Link} to={`/nominations/${nominationId}/form`} variant="default">
          {t('formPapers.toForm')}
        </Button>
      }
    >
      <FormPapers nominationId={nominationId} mayUpload={isEditor} />
    </Page>
  );
}

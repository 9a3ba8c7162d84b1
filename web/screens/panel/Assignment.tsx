// Who reads what: asked for, seen, released.
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/query.ts';
import { AssignmentPreview } from '../../parts/AssignmentPreview.tsx';
import { Page } from '../../parts/Page.tsx';
import { useParam } from '../../parts/params.ts';
import { PanelTitle } from './PanelTitle.tsx';

export function Assignment() {
  const { t } = useTranslation('panel');
  const id = useParam('panel');
  const panel = useView('/panels/:panel', { params: { panel: id } });
  return (
    <Page
      title={t('assignment.title')}
      over={
        <Anchor component={Link} to={`/panels/${id}`}>
          <PanelTitle {...panel} />
        </Anchor>
      }
      lead={t('assignment.lead')}
    >
      <AssignmentPreview panel={id} />
    </Page>
  );
}

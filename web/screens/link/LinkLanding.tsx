// Where the link of a mail leads: it is kept for this tab, asked what it is for, and the right page opens.
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '../../../api/contract.ts';
import { ask, type Problem } from '../../api/client.ts';
import { keepLink, linkToken } from '../../api/link.ts';
import { chooseLanguage, hasChosenLanguage, languages } from '../../i18n/languages.ts';
import { Loading } from '../../parts/Loading.tsx';
import { Page } from '../../parts/Page.tsx';
import { takeFromHash } from '../account/hash.ts';
import { LinkOver } from './LinkOver.tsx';

type AboutLink = Contract<'get', '/links/me'>['answer'];

export const places: { [purpose in AboutLink['purpose']]: string } = {
  'edit-nomination': '/link/edit',
  consent: '/link/consent',
  'supporting-letter': '/link/letter',
  laureate: '/link/laureate',
  participant: '/link/participant',
  talk: '/link/talk',
};

export function LinkLanding() {
  const { t } = useTranslation('link');
  const [token] = useState(() => {
    const found = takeFromHash();
    if (found !== null) keepLink(found);
    return found ?? linkToken() ?? '';
  });
  const { data, error } = useQuery<AboutLink, Problem>({
    queryKey: ['link', token],
    queryFn: async () => {
      const about = await ask('get', '/links/me', { headers: { authorization: `Link ${token || 'none'}` } });
      if (about.language in languages && !hasChosenLanguage()) await chooseLanguage(about.language);
      return about;
    },
  });
  if (data !== undefined) return <Navigate to={places[data.purpose]} replace />;
  return (
    <Page title={t('landing.title')} width={560}>
      {error ? <LinkOver problem={error} /> : <Loading />}
    </Page>
  );
}

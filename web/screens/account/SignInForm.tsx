// Every way in that is offered, and the code after it. Stands on the sign-in page, and above a page whose session has ended.
import { Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/client.ts';
import { isSignedIn } from '../../app/sign-in.ts';
import { ProblemAlert } from '../../parts/ProblemAlert.tsx';
import { CodeStep } from './CodeStep.tsx';
import { LinkSent } from './LinkSent.tsx';
import { WaysIn } from './WaysIn.tsx';

type Props = {
  email?: string;
  onSignedIn: () => void;
  /** Where the issuer leads back to. Left out: the form stands above a page, which must not be left. */
  back?: string;
  /** What has been done already: the first way in, by an issuer. */
  begins?: 'first' | 'code';
};
type Step = { at: 'first' | 'code' } | { at: 'sent'; email: string };

export function SignInForm({ email = '', onSignedIn, back, begins = 'first' }: Props) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ at: begins });
  const [state, setState] = useState<{ busy: boolean; problem: Problem | null }>({ busy: false, problem: null });
  const run = async (way: () => Promise<unknown>, then: () => void = onSignedIn) => {
    setState({ busy: true, problem: null });
    const problem = await way().then(
      () => null,
      (error: Problem) => error,
    );
    const asksForCode = problem?.code === 'second-factor-needed';
    setState({ busy: false, problem: asksForCode ? null : problem });
    if (asksForCode) setStep({ at: 'code' });
    else if (problem?.code === 'sign-in-expired') setStep({ at: 'first' });
    else if (problem === null) then();
  };
  useOtherTabs(back === undefined || step.at === 'sent', onSignedIn);
  const startOver = () => {
    setState({ busy: false, problem: null });
    setStep({ at: 'first' });
  };
  return (
    <Stack>
      <ProblemAlert problem={state.problem} />
      {step.at === 'code' && <CodeStep busy={state.busy} run={run} onBack={startOver} />}
      {step.at === 'sent' && <LinkSent email={step.email} onBack={startOver} />}
      {step.at === 'first' && (
        <WaysIn
          email={email}
          back={back}
          busy={state.busy}
          run={run}
          onSent={(to) => setStep({ at: 'sent', email: to })}
        />
      )}
      {back === undefined && <Text size="sm">{t('signIn.otherTab')}</Text>}
    </Stack>
  );
}

/** One who has signed in in another tab, by a link or an issuer, goes on here as soon as this one is seen again. */
function useOtherTabs(isOpen: boolean, onSignedIn: () => void): void {
  const done = useRef(onSignedIn);
  done.current = onSignedIn;
  useEffect(() => {
    if (!isOpen) return;
    const look = async () => {
      if (document.visibilityState === 'visible' && (await isSignedIn())) done.current();
    };
    const listen = () => void look();
    window.addEventListener('focus', listen);
    document.addEventListener('visibilitychange', listen);
    return () => {
      window.removeEventListener('focus', listen);
      document.removeEventListener('visibilitychange', listen);
    };
  }, [isOpen]);
}

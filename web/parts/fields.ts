// What the API says of each field, brought to the fields of a form.
import { useEffect, useRef } from 'react';
import { Problem } from '../api/client.ts';
import { sayRule } from './rules.ts';

/** The rule that a field breaks, by its name as the API has it (`reason`, `scores.2.points`). */
export function rulesOf(problem: Error | null | undefined): { [field: string]: string } {
  if (!(problem instanceof Problem)) return {};
  return Object.fromEntries(problem.errors.map((error) => [error.field, sayRule(error)]));
}

/** Put on the form: when a problem comes, the first field that breaks a rule takes the focus and comes into view. */
export function useFocusOnProblem(problem: Error | null | undefined) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!problem) return;
    // The frame around an input is marked too, and cannot take the focus.
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    first?.focus();
    first?.scrollIntoView({ block: 'center' });
  }, [problem]);
  return form;
}

// The keys of a sheet, while the focus is in it: numbers score, a abstains, j and k move, c writes, ? helps.
import type { KeyboardEvent } from 'react';
import type { Rubric } from './judging.ts';

type Acts = { score(criterion: string, points: number): void; help(): void };

const isWriting = (target: HTMLElement) =>
  target.tagName === 'TEXTAREA' || (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type));

export function pressed(event: KeyboardEvent<HTMLFormElement>, rubric: Rubric, { score, help }: Acts): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const group = target.closest<HTMLElement>('[data-criterion]');
  if (isWriting(target)) {
    if (event.key === 'Escape') focusOn(group);
    return;
  }
  const { key } = event;
  if (key === '?') help();
  else if (key === 'j' || key === 'k') move(event.currentTarget, group, key === 'j' ? 1 : -1);
  else if (key === 'c') group?.querySelector<HTMLElement>('textarea, [data-comment]')?.click();
  else if (key === 'a') group?.querySelector<HTMLElement>('[data-abstain]')?.click();
  else if (/^\d$/.test(key) && Number(key) <= rubric.scale.max && rubric.scale.max < 10)
    score(group?.dataset.criterion ?? rubric.criteria[0]?.key ?? '', Number(key));
  else return;
  event.preventDefault();
}

function move(form: HTMLElement, group: HTMLElement | null, by: 1 | -1): void {
  const groups = [...form.querySelectorAll<HTMLElement>('[data-criterion]')];
  const at = group === null ? (by === 1 ? -1 : groups.length) : groups.indexOf(group);
  focusOn(groups[at + by] ?? group);
}

/** On what is chosen, else on the first point. */
function focusOn(group: HTMLElement | null): void {
  const field = group?.querySelector<HTMLElement>('input:checked') ?? group?.querySelector<HTMLElement>('input');
  field?.focus();
  group?.scrollIntoView({ block: 'nearest' });
}

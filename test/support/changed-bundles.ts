// A bundle in which one thing was changed, many times over, and always the same changes.
import type { Bundle } from '../../domain/verify/messages.ts';

type Place = { at: (string | number)[]; value: unknown };

/** Numbers that look drawn, the same at each run. */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function placesIn(value: unknown, at: Place['at'] = []): Place[] {
  if (value === null || typeof value !== 'object') return [{ at, value }];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...(at.length > 0 ? [{ at, value }] : []), ...parts.flatMap(([key, part]) => placesIn(part, [...at, key]))];
}

function changed(value: unknown, draw: (below: number) => number): unknown {
  if (typeof value === 'number') return value + 1 + draw(3);
  if (typeof value === 'boolean') return !value;
  if (value === null) return 1;
  if (Array.isArray(value)) return value.length === 0 ? ['0'.repeat(64)] : value.slice(1);
  if (typeof value === 'object') return { ...value, more: 1 };
  const text = String(value);
  const at = draw(Math.max(1, text.length));
  return `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`;
}

/** As JSON, each with what was changed. */
export function changedBundles(bundle: Bundle, number: number, seed = 20_231_121): { what: string; text: string }[] {
  const draw = draws(seed);
  const places = placesIn(bundle);
  return Array.from({ length: number }, () => {
    const { at, value } = places[draw(places.length)] ?? { at: [], value: null };
    const copy: unknown = JSON.parse(JSON.stringify(bundle));
    const last = at.at(-1) ?? '';
    const holder = at.slice(0, -1).reduce((part, key) => (part as { [key: string]: unknown })[key], copy);
    (holder as { [key: string]: unknown })[last] = changed(value, draw);
    return { what: at.join('.'), text: JSON.stringify(copy) };
  });
}

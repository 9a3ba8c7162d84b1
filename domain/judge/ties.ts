// Which names of an entry a judge may be tied to, and whether one of the judge's own bodies is among them.
import type { AwardDefinition } from '../award-definition.ts';
import type { Texts } from '../messages.ts';
import { keysOf } from '../organisation/matching.ts';

export type NameKind = 'body' | 'head' | 'partner' | 'nominator';
export type Named = { as: NameKind; names: Texts };
type Content = Record<string, unknown>;

/** The organisation by every name that is known of it, then what the form says of its head, partners and nominators. */
export function namesIn({ form }: AwardDefinition, organisation: Texts[], content: Content): Named[] {
  return [
    ...organisation.map((names): Named => ({ as: 'body', names })),
    ...(form.interests ?? []).flatMap(({ field, as }) =>
      partsOf(content[field]).map((names): Named => ({ as, names })),
    ),
  ];
}

/** A long text names one to a line, with what it does behind a colon, a dash or a bracket. */
function partsOf(answer: unknown): Texts[] {
  if (typeof answer === 'object' && answer !== null) return [answer as Texts];
  if (typeof answer !== 'string') return [];
  return answer
    .split(/[\n;•]+/u)
    .map((line) => (line.split(/:|\s[–—-]\s/u)[0] ?? '').trim())
    .filter((name) => name !== '')
    .map((name) => ({ und: name.slice(0, 200) }));
}

/** The very same name, whatever the script's case, accents and legal form: what is merely like it is suggested, not found. */
export function tieByName(bodies: string[], named: Named[]): 'same-name' | 'nominating-body' | null {
  const own = new Set(keysOf(bodies.map((name) => ({ und: name }))));
  const isOwn = ({ names }: Named) => keysOf([names]).some((key) => own.has(key));
  if (named.some((one) => one.as === 'body' && isOwn(one))) return 'same-name';
  return named.some((one) => one.as === 'nominator' && isOwn(one)) ? 'nominating-body' : null;
}

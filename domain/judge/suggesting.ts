// Ties that may stand between a judge and an entry: suggested with the reason, accepted or dismissed once.
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Texts } from '../messages.ts';
import { keysOf, likenessOf } from '../organisation/matching.ts';
import type { JudgeCommand, JudgeEvent, Suggested } from './messages.ts';
import { idsOf } from './rules.ts';
import type { Judge } from './state.ts';
import type { Named } from './ties.ts';

type Data<Type extends JudgeCommand['type']> = Extract<JudgeCommand, { type: Type }>['data'];

const words = {
  'like-name': { kind: 'own-body', reason: 'The judge’s own body has a name like one that the entry gives.' },
  'mail-domain': { kind: 'own-body', reason: 'The judge’s mail address is of the nominee’s own domain.' },
  'earlier-role': { kind: 'nominator', reason: 'The judge has had a part in a nomination of this organisation.' },
} as const satisfies { [because in Suggested]: { kind: 'own-body' | 'nominator'; reason: string } };

/** Keeps judge and entry apart as if it were declared; what stands between them already stays as it is. */
export function acceptSuggestion(
  { nominationId, because }: Data<'AcceptSuggestion'>,
  state: Judge,
): Decision<JudgeEvent> {
  if (state.conflicts[nominationId] !== undefined) return { events: [] };
  const data = { ...idsOf(state), nominationId, ...words[because], found: because };
  return { events: [{ type: 'ConflictDeclared', data }] };
}

/** By the judge it is a word to the desk, which may still accept; by the desk it is not asked about again. */
export function dismissSuggestion(
  { nominationId, because, reason, by }: Data<'DismissSuggestion'>,
  state: Judge,
): Decision<JudgeEvent> {
  const standing = state.conflicts[nominationId];
  if (standing !== undefined && standing !== 'dismissed')
    throw new Refusal('conflict-declared', 'A conflict stands between them: settle it.', {
      nominations: [nominationId],
    });
  const said = state.dismissed.find((one) => one.nominationId === nominationId && one.because === because);
  if (said !== undefined && (said.by === 'desk' || by === 'judge')) return { events: [] };
  const data = { ...idsOf(state), nominationId, because, reason, by };
  return { events: [{ type: 'ConflictSuggestionDismissed', data }] };
}

/** Addresses of these are nobody's own. */
const publicProviders = new Set(
  [
    'gmail.com googlemail.com yahoo.com yahoo.co.th yahoo.co.id yahoo.com.ph yahoo.com.sg yahoo.com.vn ymail.com',
    'hotmail.com hotmail.co.th outlook.com outlook.co.th live.com msn.com icloud.com me.com aol.com proton.me',
    'protonmail.com gmx.com gmx.net mail.com mail.ru yandex.com yandex.ru qq.com 163.com 126.com zoho.com naver.com',
  ].flatMap((names) => names.split(' ')),
);

/** The part behind the @; null where it is a public provider's, or there is none. */
export function ownDomain(address: string): string | null {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  return !address.includes('@') || !domain.includes('.') || publicProviders.has(domain) ? null : domain;
}

/** The same domain, or one below the other: mail.example.org and example.org. */
export const isSameDomain = (a: string, b: string): boolean => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);

/** A name that is like one of the entry's, in any script, yet not the very same: that one is found, not suggested. */
export function isLikeName(bodies: string[], named: Named[]): boolean {
  const own: Texts[] = bodies.map((name) => ({ und: name }));
  const others = named.filter(({ as }) => as !== 'head').map(({ names }) => names);
  if (own.length === 0 || others.length === 0) return false;
  const keys = new Set(keysOf(own));
  const unlike = others.filter((names) => !keysOf([names]).some((key) => keys.has(key)));
  const known = (names: Texts[]) => ({ names, registration: null });
  const partners = named.some(({ as, names }) => as === 'partner' && keysOf([names]).some((key) => keys.has(key)));
  return partners || likenessOf(known(own), known(unlike)) !== null;
}

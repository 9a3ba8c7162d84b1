// What is changed in a dossier after it was forwarded: a slip at once, substance with the leave of who leads the panel.
import { countryFold } from '../country/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Panel, PanelState } from '../panel/state.ts';
import { isOver, scoringClosesAt } from '../panel/timing.ts';
import type { NominationEvent, Submitted } from './messages.ts';
import { type CommandData, type Desk, idsOf, type NominationGuards, panelBefore, sameContent } from './rules.ts';
import type { Nomination } from './state.ts';

type Forwarded = Extract<Nomination, { status: 'forwarded' }>;

export function amend(
  data: CommandData<'AmendNomination'>,
  state: Nomination,
  desk: Desk,
  guards: NominationGuards,
  meta: Meta,
): Decision<NominationEvent> {
  requireForwarded(state);
  const { kind, reason } = data;
  if (sameContent(state, data) && state.amendment === null) return { events: [] };
  if (state.amendment !== null) return amendedBefore(data, state.amendment);
  const { panel } = panelBefore(state, desk, guards);
  requireScoringOpen(panel);
  const content = submittedOf(data);
  if (kind === 'clerical') {
    const facts = { version: state.version + 1, kind, reason, by: meta.actor, allowedBy: null };
    return { events: [{ type: 'DossierAmended', data: { ...content, ...idsOf(state), ...facts } }] };
  }
  requireLed(panel);
  const request = { ...content, ...idsOf(state), reason, by: meta.actor };
  return { events: [{ type: 'AmendmentRequested', data: request }] };
}

function amendedBefore(
  { kind, reason, dossier }: CommandData<'AmendNomination'>,
  before: { reason: string; dossier: string },
): Decision<NominationEvent> {
  if (kind === 'substantive' && reason === before.reason && dossier === before.dossier) return { events: [] };
  throw new Refusal('amendment-open', 'A change waits for the leave of who leads the panel.');
}

const submittedOf = (data: Submitted): Submitted => {
  const { organisationId, organisation, title, dossier, files, draftVersion } = data;
  return { organisationId, organisation, title, dossier, files, draftVersion };
};

/** The sheets that are touched follow: each is opened again on the new version. */
export function allowAmendment(
  state: Nomination,
  desk: Desk,
  guards: NominationGuards,
  meta: Meta,
): Decision<NominationEvent> {
  requireForwarded(state);
  const { amendment } = state;
  if (amendment === null) throw noAmendment();
  const { panel } = panelBefore(state, desk, guards);
  requireScoringOpen(panel);
  requireLeader(panel, meta);
  const inTime = requireTimeToScore(panel, desk, meta);
  const { reason, by } = amendment;
  const facts = { version: state.version + 1, kind: 'substantive', reason, by, allowedBy: meta.actor } as const;
  return {
    events: [{ type: 'DossierAmended', data: { ...submittedOf(amendment), ...idsOf(state), ...facts } }],
    ...inTime,
  };
}

/** A sheet that is opened again must be handed in again: after the end of judging it would only be lost. */
function requireTimeToScore(panel: Panel, { cycle, country }: Desk, meta: Meta): { notAfter?: Date } {
  const calendar = { cycle, country: panel.country === null ? countryFold.initial : country, category: panel.category };
  const closesAt = scoringClosesAt(panel, calendar, meta.at);
  if (isOver(calendar, 'judging', meta.at) || (closesAt !== null && meta.at > closesAt))
    throw new Refusal('scoring-closed', 'The time for scoring is over: the dossier stands as it was judged.');
  return closesAt === null ? {} : { notAfter: closesAt };
}

export function refuseAmendment(
  { reason }: CommandData<'RefuseAmendment'>,
  state: Nomination,
  desk: Desk,
  guards: NominationGuards,
  meta: Meta,
): Decision<NominationEvent> {
  requireForwarded(state);
  if (state.amendment === null) throw noAmendment();
  requireLeader(panelBefore(state, desk, guards).panel, meta);
  return { events: [{ type: 'AmendmentRefused', data: { ...idsOf(state), reason, by: meta.actor } }] };
}

const noAmendment = () => new Refusal('no-amendment', 'No change of the dossier waits for leave.');

function requireForwarded(state: Nomination): asserts state is Forwarded {
  if (state.status !== 'forwarded')
    throw new Refusal('not-forwarded', `The nomination is ${state.status}: only a forwarded one is amended.`, {
      status: state.status,
    });
}

function requireScoringOpen({ status }: PanelState): void {
  if (status !== 'none' && status !== 'formed' && status !== 'scoring')
    throw new Refusal('scoring-closed', 'Scoring is closed: the dossier stands as it was judged.');
}

/** Before there is a panel with a chair nobody can give leave. */
function requireLed(panel: PanelState): asserts panel is Panel {
  if (panel.status === 'none' || (panel.chair === null && panel.deputyChair === null))
    throw new Refusal('no-chair', 'Nobody leads a panel on this nomination yet, who could give leave.');
}

function requireLeader(panel: PanelState, meta: Meta): asserts panel is Panel {
  requireLed(panel);
  if (meta.actor !== panel.chair && meta.actor !== panel.deputyChair)
    throw new Refusal('not-chair', 'The chair or the deputy gives leave to change a dossier.');
}

// Who works on a shared draft: the rules of inviting, ending and naming its editors.
import { Refusal } from '../decider.ts';

/** `active` are those of the editors who can still get at it: not erased, and with a role in the country. */
export type Editing = { startedBy: string; editors: string[]; active: string[]; inHouse: boolean };

const mostEditors = 20;

/** One who was invited counts from the invitation on. */
export function requireRoomForEditor(editing: Pick<Editing, 'editors'>, invited: string[], personId: string): void {
  const all = new Set([...editing.editors, ...invited, personId]);
  if (all.size > mostEditors)
    throw new Refusal('too-many-editors', `A draft has at most ${mostEditors} editors.`, { most: mostEditors });
}

/** Editors are equal, but whoever started the draft is ended by nobody else, and the last one stays. */
export function requireEndable({ startedBy, editors, active }: Editing, personId: string, actor: string): void {
  if (!editors.includes(personId)) return;
  if (personId === startedBy && actor !== startedBy)
    throw new Refusal('editor-who-began', 'Who started the nomination leaves it only by themselves.');
  if (active.every((one) => one === personId))
    throw new Refusal('last-editor', 'Somebody must be left to edit the nomination: invite another editor first.');
}

/** Only for a draft that nobody is left to edit; the desk never comes to an applicant's draft this way. */
export function requireOrphaned({ active, inHouse }: Editing, deskRoles: string[]): void {
  if (active.length > 0)
    throw new Refusal('draft-has-editors', 'There are people who can edit this nomination: they invite others.', {
      editors: active.length,
    });
  if (!inHouse) requireOutsideDesk(deskRoles);
}

/** What an applicant writes is nobody's of the desk before it is submitted. */
export function requireOutsideDesk(deskRoles: string[]): void {
  if (deskRoles.length > 0)
    throw new Refusal(
      'editor-of-the-desk',
      "Nobody of the country's desk becomes the editor of an applicant's draft.",
      {
        roles: deskRoles,
      },
    );
}

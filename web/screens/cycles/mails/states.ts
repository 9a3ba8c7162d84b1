// How the states of a mail look.
export const mailStates = ['due', 'sent', 'kept', 'undeliverable'] as const;
export const stateColours = { due: 'lake', sent: 'green', kept: 'gray', undeliverable: 'red' } as const;

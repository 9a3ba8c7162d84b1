// The version of the workflows' code. Raise it when a recorded history no longer replays: runs are then started anew.

export const codeVersion = '1';

/** A worker polls the queue of its own version only. */
export const taskQueueOf = (version: string): string => `awards-${version}`;

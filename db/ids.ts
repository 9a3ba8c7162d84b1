// Ids that a retry makes again: UUIDv5 under one namespace.
import { v5 } from 'uuid';

const namespace = '6b1f5b0e-6a4b-5d0c-9f0a-2f4c7f5d9a10';

/** The same name always gives the same id. */
export const uuidv5 = (name: string): string => v5(name, namespace);

/** What a creating command names its thing with. */
export const idOf = (commandId: string): string => uuidv5(`of:${commandId}`);

/** An event's id: the command's and the event's place among its events. */
export const eventIdOf = (commandId: string, index: number): string => uuidv5(`event:${commandId}:${index}`);

// Whole streams as they were once stored, in which every event type has stood in every version ever released.
import { join } from 'node:path';

export const storedEvents = join(import.meta.dirname, '..', 'data', 'events.json');

export type StoredEvent = { type: string; schemaVersion: number; data: object };
export type StoredStream = { stream: string; events: StoredEvent[] };

// What the event store keeps beside the log, as Kysely sees it.

export type StoreTables = {
  streams: { stream_id: string; kind: string; cycle_id: string | null; version: number };
  commands: { command_id: string; stream_id: string; version: number; actor: string; request_hash: Buffer; at: Date };
  capacities: { key: string; used: number; cap: number };
  projections: { name: string; version: number; tx: string; position: number; state: string };
  snapshots: { stream_id: string; fold_version: number; version: number; state: unknown };
};

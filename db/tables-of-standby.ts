// The conflicts of the secretariat's officers, as Kysely sees them.

export type StandbyTables = {
  officer_conflicts: {
    nomination_id: string;
    officer_id: string;
    cycle_id: string;
    kind: string;
    reason: string;
    declared_at: Date | string;
  };
};

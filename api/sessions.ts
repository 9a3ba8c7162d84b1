// The open sessions of a person: looked at and ended by that person.
import { type Device, deviceOf } from './device.ts';

/** How a session was opened. */
export const waysIn = ['password', 'link', 'passkey', 'issuer', 'invitation'] as const;
export type WayIn = (typeof waysIn)[number];
export const isWayIn = (text: unknown): text is WayIn => waysIn.some((way) => way === text);

export type OpenSession = {
  sessionId: string;
  device: Device;
  address: string | null;
  /** Null where it was opened before this was noted. */
  way: WayIn | null;
  openedAt: Date;
  /** To the day. */
  usedAt: Date;
  expiresAt: Date;
};
type Row = {
  id: string;
  token: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  ipAddress?: string | null | undefined;
  userAgent?: string | null | undefined;
};
/** What the library keeps sessions with. */
type Kept = {
  listSessions(personId: string): Promise<Row[]>;
  deleteSession(token: string): Promise<unknown>;
};

export type Sessions = {
  /** The newest first. */
  list(personId: string): Promise<OpenSession[]>;
  /** @returns false where the person has no such session. */
  end(personId: string, sessionId: string): Promise<boolean>;
  endOthers(personId: string, kept: string): Promise<void>;
};

export function openSessions(kept: () => Promise<Kept>): Sessions {
  const rowsOf = async (personId: string) => {
    const rows = await (await kept()).listSessions(personId);
    return rows.filter(({ expiresAt }) => expiresAt.getTime() > Date.now());
  };
  const endAll = async (rows: Row[]) => {
    const store = await kept();
    for (const { token } of rows) await store.deleteSession(token);
  };
  return {
    list: async (personId) =>
      (await rowsOf(personId)).map(shown).sort((a, b) => Number(b.openedAt) - Number(a.openedAt)),
    end: async (personId, sessionId) => {
      const found = (await rowsOf(personId)).filter(({ id }) => id === sessionId);
      await endAll(found);
      return found.length > 0;
    },
    endOthers: async (personId, keptId) => endAll((await rowsOf(personId)).filter(({ id }) => id !== keptId)),
  };
}

const shown = (row: Row): OpenSession => ({
  sessionId: row.id,
  device: deviceOf(row.userAgent),
  address: row.ipAddress || null,
  way: 'way' in row && isWayIn(row.way) ? row.way : null,
  openedAt: row.createdAt,
  usedAt: row.updatedAt,
  expiresAt: row.expiresAt,
});

// The host's own code: it writes to its own table, as it did before we came, and knows nothing of holds and keys.
import type pg from 'pg';
import type { HostWrite } from './history.js';
import type { LiveSession } from './world.js';

export interface Host {
  insert(client: number, coachId: string, time: { startTime: string; durationMinutes: number }): Promise<HostWrite>;
  cancel(client: number, session: LiveSession): Promise<HostWrite>;
}

const clock = (): number => performance.timeOrigin + performance.now();

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);

/** @param made hears of the sessions that were inserted */
export function createHost(pool: pg.Pool, made: (session: LiveSession) => void): Host {
  return {
    async insert(client, coachId, { startTime, durationMinutes }) {
      const startedAt = clock();
      const endTime = new Date(Date.parse(startTime) + durationMinutes * 60_000).toISOString();
      let sessionId = '';
      let code: string | undefined;
      try {
        const { rows } = await pool.query<{ id: number }>(
          `insert into "Session" ("coachId", "startTime", "endTime", "durationMinutes", status)
           select "userDbId", $2::timestamptz at time zone 'UTC', $3::timestamptz at time zone 'UTC', $4, 'scheduled'
           from "RealtorCoachProfile" where "publicId" = $1 returning id`,
          [coachId, startTime, endTime, durationMinutes],
        );
        sessionId = String(rows[0]?.id);
        made({ coachId, sessionId, startTime, endTime });
      } catch (error) {
        code = codeOf(error);
      }
      const base = { client, coachId, startedAt, endedAt: clock(), sessionId, startTime, endTime };
      return { kind: 'host inserts', ...base, ...(code !== undefined && { code }) };
    },
    async cancel(client, session) {
      const startedAt = clock();
      await pool.query(`update "Session" set status = 'Cancelled' where id = $1`, [session.sessionId]);
      return { kind: 'host cancels', client, startedAt, endedAt: clock(), ...session };
    },
  };
}

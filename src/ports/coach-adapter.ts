import type { Schedule } from '../domain/schedule.js';
import type { SessionConfig } from '../domain/session-config.js';
import type { CallOptions } from './booking-adapter.js';

export interface SaveOptions extends CallOptions {
  /** Refused with `version_conflict` when the stored version is another, so that no write is lost. */
  readonly ifVersion?: string;
}

/** What a coach's own pages talk to. A save replaces the whole and answers what is stored. */
export interface CoachAdapter {
  getConfig(query: { readonly coachId: string }, options?: CallOptions): Promise<SessionConfig>;
  saveConfig(
    query: { readonly coachId: string; readonly config: SessionConfig },
    options?: SaveOptions,
  ): Promise<SessionConfig>;
  getSchedule(query: { readonly coachId: string }, options?: CallOptions): Promise<Schedule>;
  saveSchedule(
    query: { readonly coachId: string; readonly schedule: Schedule },
    options?: SaveOptions,
  ): Promise<Schedule>;
}

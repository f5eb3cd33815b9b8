import { createClient } from '@supabase/supabase-js';
import type { SupabaseClientLike } from '../../../src/postgres/store/supabase-driver.js';

/** Realtime is not used, but its client asks for a WebSocket when it is made, and Node 20 has none. */
function noSocket(): never {
  throw new Error('no sockets in these tests');
}

/** The real client, as a server uses it: no session of a user, nothing kept. */
export function createTestClient(url: string, key: string): SupabaseClientLike {
  return createClient(url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    realtime: { transport: noSocket as never },
  });
}

import { DatabaseCallError, SCHEMA, type DatabaseCall } from './database-call.js';

/** An answer of PostgREST as supabase-js gives it: `error.code` is the SQLSTATE, or a code of PostgREST's own. */
export interface RpcAnswer {
  readonly data: unknown;
  readonly error: { readonly code?: string; readonly message: string } | null;
}

/** What is needed of a supabase-js client. It must be made with the service role's key, and never in a browser. */
export interface SupabaseClientLike {
  schema(name: string): { rpc(functionName: string, args: { readonly args: object }): PromiseLike<RpcAnswer> };
}

/**
 * Calls through a supabase-js client. The schema `coach_booking` has to be among the API's exposed schemas. Errors count
 * by their code, never by the status: PostgREST answers 400 to an exclusion violation.
 */
export function createSupabaseDriver(client: SupabaseClientLike): DatabaseCall {
  return async (functionName, args) => {
    const { data, error } = await client.schema(SCHEMA).rpc(functionName, { args });
    // A failed fetch has an empty code: the database may or may not have been reached.
    if (error) throw new DatabaseCallError(error.message, error.code === '' ? undefined : error.code, error);
    return data;
  };
}

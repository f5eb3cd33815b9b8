/** Where the API lies on a server, unless it is told otherwise. */
export const DEFAULT_BASE_PATH = '/api';

/** What choosing a time asks for. Paths under the base path. */
export const readPaths = {
  config: '/coach/config',
  available: '/coaching/sessions/available',
} as const;

/**
 * What the paths are put behind: an origin alone (`https://example.com`), or nothing, gets the default base path; one that
 * ends with a slash is taken as it is.
 */
export function resolveBaseUrl(baseUrl: string): string {
  return /^(\w+:\/\/[^/]+)?$/.test(baseUrl) ? baseUrl + DEFAULT_BASE_PATH : baseUrl.replace(/\/+$/, '');
}

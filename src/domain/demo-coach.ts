/** The `coach-id` of the demo: whom the memory adapter knows, and elements with `demo` book. */
export const DEMO_COACH_ID = 'ada';

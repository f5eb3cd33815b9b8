/** As much of `Temporal` as is used here: not every engine has it yet. */
interface Temporal {
  readonly Instant: {
    fromEpochMilliseconds(ms: number): { toZonedDateTimeISO(zone: string): { readonly offsetNanoseconds: number } };
  };
  readonly Now: { readonly timeZoneId: () => string };
}

const found = (globalThis as { readonly Temporal?: Temporal }).Temporal;

/** The engine's own, which unlike `Intl` takes no time to start. A polyfill is left alone: it asks `Intl`, and slowly. */
export const temporal: Temporal | undefined = String(found?.Now.timeZoneId).includes('native code') ? found : undefined;

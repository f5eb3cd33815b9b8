type Whole = Readonly<Record<string, unknown>> | null;

/** Whether a list or a record has other parts than before: `hasChanged` of a property that is made anew of the same ones. */
export const isOther = (value: Whole, before: Whole): boolean =>
  value !== before && Object.keys({ ...value, ...before }).some((key) => value?.[key] !== before?.[key]);

/**
 * What people call a zone's time, all year round, in their language: "Central European Time". Where a language has no name for it,
 * `Intl` names the place or the offset. Empty for a zone that it does not know.
 */
export function zoneName(zone: string, locale: string, now: number): string {
  try {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' });
    return format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  } catch {
    return '';
  }
}

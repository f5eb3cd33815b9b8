import { formatsFor, type Formats } from '../../i18n/format.js';

/** The coach's clock always counts to 24: short, and not mistaken for the visitor's. */
export function coachFormats({ locale }: Formats): Formats {
  return formatsFor(locale, false);
}

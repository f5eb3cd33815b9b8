import { html, nothing, type TemplateResult } from 'lit';
import { offsetAt } from '../../domain/time-zone.js';
import type { DetailsDictionary } from '../../i18n/details.js';
import type { Formats } from '../../i18n/format.js';
import { coachFormats } from '../shared/coach-formats.js';

export interface ClocksInput {
  readonly now: number;
  readonly timeZone: string;
  /** Empty while it is not known. */
  readonly coachTimeZone: string;
  readonly formats: Formats;
  readonly texts: DetailsDictionary;
}

/** The visitor's clock now, and the coach's where it shows another time. */
export function clocks({ now, timeZone, coachTimeZone, formats, texts }: ClocksInput): TemplateResult {
  const ahead = coachTimeZone ? offsetAt(coachTimeZone, now) - offsetAt(timeZone, now) : 0;
  const hours = formats.number(Math.abs(ahead) / 60);
  return html`<div class="clocks" part="clocks">
    ${clock(now, timeZone, texts.yourClock, formats)}
    ${
      coachTimeZone && ahead
        ? clock(
            now,
            coachTimeZone,
            ahead > 0 ? texts.hoursAhead(hours) : texts.hoursBehind(hours),
            coachFormats(formats),
          )
        : nothing
    }
  </div>`;
}

function clock(now: number, zone: string, note: string, formats: Formats): TemplateResult {
  const minutes = (((now / 60_000 + offsetAt(zone, now)) % 720) + 720) % 720;
  return html`<div class="clock">
    <svg viewBox="0 0 36 36" aria-hidden="true">
      <circle cx="18" cy="18" r="17"></circle>
      <path class="hour" d=${hand(minutes / 720, 8)}></path>
      <path d=${hand((minutes % 60) / 60, 12.5)}></path>
    </svg>
    <span><b class="number">${formats.time(now, zone)}</b>${formats.city(zone)}<span>${note}</span></span>
  </div>`;
}

/** From the centre of a 36 × 36 face; `turn` is the part of a full turn from the top. */
function hand(turn: number, length: number): string {
  const angle = turn * 2 * Math.PI;
  const x = 18 + length * Math.sin(angle);
  const y = 18 - length * Math.cos(angle);
  return `M18 18L${x.toFixed(2)} ${y.toFixed(2)}`;
}

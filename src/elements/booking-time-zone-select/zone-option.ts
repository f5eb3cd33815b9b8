import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/format.js';
import { iconCheck } from '../shared/later-icons.js';
import type { Zone } from './zones/zone.js';

const MINUTE_MS = 60_000;

/** As the locale writes it, by locale and minutes: asked once for all zones of an offset. */
const offsets = new Map<string, string>();

function offsetText({ id, offset }: Zone, formats: Formats, now: number): string {
  const key = `${formats.locale} ${offset}`;
  let text = offsets.get(key);
  if (text === undefined) offsets.set(key, (text = formats.offset(now, id)));
  return text;
}

export interface ZoneOption {
  readonly zone: Zone;
  /** Its place in the list, from 0. */
  readonly index: number;
  /** Of how many. */
  readonly count: number;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly formats: Formats;
  /** Milliseconds. */
  readonly now: number;
}

/** A zone in the list: its city and country, the time there now, what it is called and how far it is from UTC. */
export function zoneOption({ zone, index, count, active, chosen, formats, now }: ZoneOption): TemplateResult {
  const { city, country, name, offset } = zone;
  return html`<li
    id="zone-${index}"
    class=${active ? 'active' : ''}
    part="option"
    role="option"
    aria-selected=${chosen}
    aria-setsize=${count}
    aria-posinset=${index + 1}
  >
    <span class="place"
      ><b>${city}</b>
      ${country ? html`<span part="country">${country}</span>` : nothing}${chosen ? iconCheck() : nothing}</span
    ><b class="number">${formats.time(now + offset * MINUTE_MS, 'UTC')}</b> <span class="name">${name}</span
    ><bdi class="number name">${offsetText(zone, formats, now)}</bdi>
  </li>`;
}

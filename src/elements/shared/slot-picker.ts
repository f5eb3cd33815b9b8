import type { PropertyDeclarations } from 'lit';
import type { Slot } from '../../domain/slot.js';
import { BookingSlotSelectEvent } from '../events.js';
import { FormAssociated } from './form-associated.js';
import { LocaleController, optionalBoolean } from './locale-controller.js';
import type { BookingStrings } from './strings.js';

/** What all elements that offer times have in common: whose clocks, which language, and how a time is chosen. */
export abstract class SlotPicker extends FormAssociated {
  static override properties: PropertyDeclarations = {
    timeZone: { attribute: 'time-zone' },
    coachTimeZone: { attribute: 'coach-time-zone' },
    coachName: { attribute: 'coach-name' },
    loading: { type: Boolean, reflect: true },
    locale: {},
    strings: { attribute: false },
    hour12: { converter: optionalBoolean },
  };

  protected readonly language = new LocaleController(this);

  /** The visitor's zone, IANA. Default: the browser's. */
  timeZone = '';
  /** The coach's zone, IANA; their clock shows where it differs. */
  coachTimeZone = '';
  /** Whose clock stands beside the visitor's. */
  coachName = '';
  /** The times are on their way. */
  loading = false;
  /** BCP 47. Default: the closest `lang`, else the browser's. */
  locale = '';
  /** The page's own words instead of the dictionary's: as many as are to be others. */
  strings: BookingStrings | null = null;
  /** 12-hour clock (`true`), 24-hour clock (`false`), or as the locale has it. */
  hour12: boolean | undefined = undefined;

  protected override get missingMessage(): string {
    return this.language.text.chooseTimeFirst;
  }

  /** Where the page prevents it, the choice stays as it was. */
  protected readonly choose = (slot: Slot): void => {
    const previous = this.value;
    this.value = slot.startTime;
    if (!this.dispatchEvent(new BookingSlotSelectEvent(slot))) this.value = previous;
  };
}

/** What all events share: they bubble, cross shadow roots, and come from a visitor's act, never from setting a property. */
export abstract class BookingEvent<Detail> extends Event {
  readonly detail: Detail;

  constructor(type: string, detail: Detail, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = detail;
  }
}

import { allByRole, deepElements, isShown, matches, nameOf, textOf, until, type Name } from './find.js';

/** What a visitor may type; other questions by their label. */
export interface Details {
  readonly name?: string;
  readonly email?: string;
  readonly notes?: string;
  readonly answers?: Readonly<Record<string, string | boolean>>;
}

/**
 * Reads and uses a `<booking-flow>` as a visitor does, in a browser test of any framework. Methods wait until what they
 * need is there, and reject with what was missing.
 */
export class BookingFlowPage {
  constructor(readonly element: HTMLElement) {}

  /** The heading of the step shown. */
  async heading(): Promise<string> {
    return until(() => {
      const heading = allByRole(this.element, 'heading').find((candidate) => candidate.localName === 'h2');
      return heading && textOf(heading);
    }, 'a heading');
  }

  /** Waits for the step with that heading. */
  async shows(heading: Name): Promise<void> {
    await until(() => allByRole(this.element, 'heading', heading)[0], `the heading ${String(heading)}`);
  }

  /** Lengths on offer, each with its price. */
  async lengths(): Promise<string[]> {
    await this.part('option');
    return this.parts('option').flatMap((option) => [...option.querySelectorAll('input')].map(nameOf));
  }

  async chooseLength(name: Name): Promise<void> {
    (await this.radio(name)).click();
  }

  /** Days with free times among those shown, by their full names. */
  async freeDays(): Promise<string[]> {
    await until(() => this.days()[0], 'a day with free times');
    return this.days().map(nameOf);
  }

  async chooseDay(name: Name): Promise<void> {
    (await until(() => this.days().find((day) => matches(nameOf(day), name)), `the day ${String(name)}`)).click();
  }

  /** Free times of the chosen day: the visitor's clock, day, length, price and the coach's clock. */
  async times(): Promise<string[]> {
    await until(() => this.slots()[0], 'a free time');
    return this.slots().map(nameOf);
  }

  /** Chooses a time of the day shown; without a name, the first. */
  async chooseTime(name: Name = /./): Promise<void> {
    const time = await until(
      () => this.slots().find((slot) => matches(nameOf(slot), name)),
      `the time ${String(name)}`,
    );
    time.click();
    await until(() => time instanceof HTMLInputElement && time.checked, 'the time to be chosen').catch(() => undefined);
  }

  async press(name: Name): Promise<void> {
    (await this.button(name)).click();
  }

  /** Presses the main button, whatever it says. */
  async goOn(): Promise<void> {
    (await this.part('main-button')).click();
  }

  async back(): Promise<void> {
    (await this.part('back')).click();
  }

  /** Types into the form as a visitor does; the fields are found by their labels. */
  async fill({ name, email, notes, answers = {} }: Details): Promise<void> {
    const values: (readonly [Name, string | boolean | undefined])[] = [
      [/^Name/, name],
      [/^Email/, email],
      [/know\?/, notes],
      ...Object.entries(answers),
    ];
    for (const [label, value] of values) if (value !== undefined) await this.answer(label, value);
  }

  async answer(label: Name, value: string | boolean): Promise<void> {
    const field = await this.field(label);
    if (typeof value === 'boolean') {
      if (field instanceof HTMLInputElement && field.checked !== value) field.click();
      return;
    }
    field.focus();
    if ('value' in field) field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The control that a label names. */
  async field(label: Name): Promise<HTMLElement> {
    const roles = ['textbox', 'spinbutton', 'combobox', 'checkbox'];
    return until(
      () => roles.flatMap((role) => allByRole(this.element, role, label))[0],
      `a field labelled ${String(label)}`,
    );
  }

  /** What stands in the fields now, by label. */
  async values(): Promise<Record<string, string>> {
    await this.field(/./);
    const fields = ['textbox', 'spinbutton', 'combobox'].flatMap((role) => allByRole(this.element, role));
    return Object.fromEntries(fields.map((field) => [nameOf(field), 'value' in field ? String(field.value) : '']));
  }

  /** Errors beside fields. */
  errors(): string[] {
    return this.parts('error').map(textOf).filter(Boolean);
  }

  /** Other times that are offered after a lost race. */
  async alternatives(): Promise<string[]> {
    await this.part('alternative');
    return this.parts('alternative').map(textOf);
  }

  async takeAlternative(index = 0): Promise<void> {
    await this.part('alternative');
    this.parts('alternative')[index]?.click();
  }

  /** The message above the step. */
  async notice(): Promise<string> {
    return textOf(await this.part('notice'));
  }

  /** What is said about the hold of the chosen time: its last minute, or that it is over. */
  async hold(): Promise<string> {
    return textOf(await this.part('hold'));
  }

  /** The receipt, with all that was chosen. */
  async receipt(): Promise<string> {
    const receipt = () => this.parts('receipt').find((part) => !part.hasAttribute('loading') && textOf(part) !== '');
    return textOf(await until(receipt, 'the receipt'));
  }

  /** What the live region says now. */
  announcement(): string {
    const [region] = [...deepElements(this.element.shadowRoot ?? this.element)].filter(
      (element) => element.getAttribute('role') === 'status' && element.getRootNode() === this.element.shadowRoot,
    );
    return region?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }

  /** The element that has the focus, inside however many shadow roots. */
  focused(): Element | null {
    let focused = this.element.ownerDocument.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused;
  }

  async button(name: Name): Promise<HTMLElement> {
    return until(() => allByRole(this.element, 'button', name)[0], `a button ${String(name)}`);
  }

  /** The first piece with that `part` name. */
  async part(name: string): Promise<HTMLElement> {
    return until(() => this.parts(name)[0], `a part ${name}`);
  }

  parts(name: string): HTMLElement[] {
    return [...deepElements(this.element.shadowRoot ?? this.element)].filter(
      (element): element is HTMLElement =>
        element instanceof HTMLElement && element.part.contains(name) && isShown(element),
    );
  }

  private async radio(name: Name): Promise<HTMLElement> {
    return until(() => allByRole(this.element, 'radio', name)[0], `a choice ${String(name)}`);
  }

  private days(): HTMLElement[] {
    return allByRole(this.element, 'gridcell').filter((day) => day.getAttribute('aria-disabled') !== 'true');
  }

  private slots(): HTMLElement[] {
    return this.parts('slot').flatMap((slot) => [...slot.querySelectorAll('input')]);
  }
}

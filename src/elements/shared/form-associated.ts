import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { ownTask } from './own-task.js';

/** What takes the focus: the first of these in an element. */
const CONTROL = 'input, button';

/**
 * An element that takes part in a form as an `<input>` does: `name`, `value`, `required`, `disabled` (also by a
 * fieldset), reset to its `value` attribute, restored by the browser. The empty value is not submitted.
 */
export abstract class FormAssociated extends LitElement {
  static readonly formAssociated = true;
  static override properties: PropertyDeclarations = {
    name: { reflect: true },
    value: {},
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    disabledByForm: { state: true },
  };

  protected readonly internals: ElementInternals = this.attachInternals();
  private disabledByForm = false;

  /** The name that the value is submitted under. */
  name = '';
  /** What is chosen; empty when nothing is. */
  value = '';
  /** The form cannot be submitted without a choice. */
  required = false;
  /** Nothing can be chosen, and nothing is submitted. */
  disabled = false;

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** As an `<input>` has it; `valueMissing` is the only fault there is. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** What the browser says when a required choice is missing; empty when none is. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether it is checked when its form is sent: not while it is disabled. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return ownTask(this.constructor, () => void super.scheduleUpdate());
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabledByForm = disabled;
  }

  formResetCallback(): void {
    this.value = this.getAttribute('value') ?? '';
  }

  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string') this.value = state;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // As bindings they would not follow a press that was undone.
    for (const radio of this.renderRoot.querySelectorAll<HTMLInputElement>('[type=radio]')) {
      radio.checked = radio.value === this.value;
    }
    const value = this.formValue;
    const missing = this.required && !value;
    this.internals.setFormValue(value || null);
    this.internals.setValidity(
      missing ? { valueMissing: true } : {},
      missing ? this.missingMessage : '',
      this.renderRoot.querySelector<HTMLElement>(CONTROL) ?? undefined,
    );
  }

  /** What the browser says when a required choice is missing. */
  protected abstract get missingMessage(): string;

  /** What is submitted; an element whose value must be one of its options narrows it. */
  protected get formValue(): string {
    return this.value;
  }

  /** Disabled itself or by a fieldset around it. */
  protected get isDisabled(): boolean {
    return this.disabled || this.disabledByForm;
  }

  /** Focuses the chosen option, else the first control. */
  override focus(options?: FocusOptions): void {
    const root = this.renderRoot;
    (root.querySelector<HTMLElement>('input:checked') ?? root.querySelector<HTMLElement>(CONTROL))?.focus(options);
  }

  /** Whether nothing is missing; else an `invalid` event is sent. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** As `checkValidity()`, and the browser shows what is missing. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }
}

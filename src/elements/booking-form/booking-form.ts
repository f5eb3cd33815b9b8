import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { BookingField, FieldErrors } from '../../domain/booking-field.js';
import { answerOf, checkDetails, cleanDetails } from '../../domain/check-details.js';
import type { Draft } from '../../flow/state.js';
import { BookingFormInputEvent, BookingFormSubmitEvent } from '../later-events.js';
import { callName } from '../shared/call-name.js';
import { controls } from '../shared/controls.styles.js';
import { laterControls } from '../shared/later-controls.styles.js';
import { iconAlert } from '../shared/later-icons.js';
import { DetailsController } from '../shared/details-controller.js';
import type { BookingStrings } from '../shared/strings.js';
import { tokens } from '../shared/tokens.styles.js';
import { formStyles } from './booking-form.styles.js';
import { field } from './field.js';
import { guards } from './guarded.js';
import { messageFor, questionsOf, withAnswer, type Question } from './questions.js';

const EMPTY: Draft = { name: '', email: '', notes: '', answers: {} };

/**
 * @summary Who books, and what the coach asks. Nothing that was typed is lost by errors, new fields or a step back.
 *
 * Checks itself: a field when the visitor goes on to another one, and again while a refused one is put right; all of them by `submit()`.
 *
 * @attr {boolean} nested - Inside of another of our elements: it has the theme of that.
 * @slot - At the end, such as terms.
 * @event {BookingFormInputEvent} booking-form-input - Something was typed.
 * @event {BookingFormSubmitEvent} booking-form-submit - The form was sent and its checks found nothing; texts are trimmed, numbers are numbers.
 * @csspart form - The form.
 * @csspart summary - What has to be put right, shown at the top after an attempt to send; with links to the fields.
 * @csspart field - A label with its control, hint and error.
 * @csspart label - A label.
 * @csspart optional - The word that marks what may be left out.
 * @csspart control - An input, a select or a text area.
 * @csspart hint - A hint.
 * @csspart error - What is wrong with a field.
 * @csspart submit - The form's own button.
 */
export class BookingForm extends LitElement {
  static readonly tag = 'booking-form';
  static override styles = [tokens, controls, laterControls, formStyles];
  static override properties = {
    fields: { attribute: false },
    value: { attribute: false },
    // A host that makes the same errors anew with every render must not bring back what was put right.
    errors: { attribute: false, hasChanged: (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b) },
    coachName: { attribute: 'coach-name' },
    submitLabel: { attribute: 'submit-label' },
    readonlyFields: { attribute: 'readonly-fields' },
    hiddenFields: { attribute: 'hidden-fields' },
    disabled: { type: Boolean, reflect: true },
    locale: {},
    strings: { attribute: false },
    shown: { state: true },
    summarised: { state: true },
    announcement: { state: true },
  };

  private readonly i18n = new DetailsController(this);
  private questions: readonly Question[] = [];
  private guardOf: ReturnType<typeof guards> = () => 'open';
  /** Paths of what the visitor has changed. */
  private readonly touched = new Set<string>();

  /** What the form shows as wrong now: its own findings, or those of `errors`. */
  private shown: FieldErrors = {};
  private summarised = false;
  /** Read out when a field that the visitor has left is refused. */
  private announcement = '';

  /** What the coach asks beside name, email and notes. A field named `notes` takes the place of the free notes. */
  fields: readonly BookingField[] = [];
  /** What was typed. */
  value: Draft = EMPTY;
  /** What a server refused, by path (`attendee.email`, `answers.goal`). A field's error goes when the visitor changes it. */
  errors: FieldErrors = {};
  /** Full name; the form speaks of them by the given name. */
  coachName = '';
  /** Gives the form a button of its own with this text. */
  submitLabel = '';
  /** Names of the fields that cannot be changed, with spaces between: `name`, `email`, `notes`, and those of `fields`. One that has to be put right can. */
  readonlyFields = '';
  /** Names of the fields that are not shown, and sent. One that has to be put right is shown. */
  hiddenFields = '';
  /** Nothing can be changed or sent, such as while the details are on their way. */
  disabled = false;
  /** BCP 47; default the closest `lang`. */
  locale = '';
  /** The page's own words instead of the dictionary's: as many as are to be others. */
  strings: BookingStrings | null = null;

  /** Not in `willUpdate`: the words are those of this update only now. */
  protected override update(changed: PropertyValues<this>): void {
    const { text } = this.i18n;
    this.questions = questionsOf(this.fields, callName(this.coachName, text), text);
    if (changed.has('errors')) {
      const old: FieldErrors = changed.get('errors') ?? {};
      const own = Object.entries(this.shown).filter(([path]) => !Object.hasOwn(old, path));
      this.shown = { ...Object.fromEntries(own), ...this.errors };
      this.summarised = this.faulty.length > 1;
    }
    const lists = { readonly: this.readonlyFields, hidden: this.hiddenFields };
    this.guardOf = guards(lists, this, this.shown, this.touched);
    super.update(changed);
  }

  /** The questions with an error, in their order. */
  private get faulty(): Question[] {
    return this.questions.filter(({ path }) => this.shown[path]);
  }

  private answer({ path, name }: Question): string | boolean {
    if (path === 'attendee.name') return this.value.name;
    if (path === 'attendee.email') return this.value.email;
    const answer = answerOf(this.value, name) ?? '';
    return typeof answer === 'number' ? String(answer) : answer;
  }

  private questionOf(event: Event): Question | undefined {
    const id = event.target instanceof Element ? event.target.id : '';
    return this.questions.find((question) => question.id === id);
  }

  private onInput(event: Event): void {
    const { target } = event;
    const question = this.questionOf(event);
    if (!question || !isControl(target)) return;
    const answer = question.type === 'checkbox' && 'checked' in target ? target.checked : target.value;
    // A browser that fills in a field may tell only that it changed; after typing, that is nothing new.
    if (answer === this.answer(question)) return;
    this.touched.add(question.path);
    this.value = withAnswer(this.value, question, answer);
    // A refused answer is looked at again with every key; a new one is left in peace until the visitor goes on.
    if (this.shown[question.path]) this.show(question);
    this.announcement = '';
    this.dispatchEvent(new BookingFormInputEvent(this.value));
  }

  /** Only when the focus goes on within the form: an error that appears below a pressed button must not move it away. */
  private onLeave(event: FocusEvent): void {
    const question = this.questionOf(event);
    if (!question || !this.answer(question) || !isControl(event.relatedTarget)) return;
    const code = this.show(question);
    if (code) this.announcement = this.i18n.text.errorSummaryItem(question.label, this.message(question));
  }

  /** Shows what is wrong with one field now, or that nothing is any more. */
  private show({ path }: Question): string | undefined {
    const code = checkDetails(this.value, this.fields)[path];
    const { [path]: _, ...others } = this.shown;
    this.shown = code ? { ...others, [path]: code } : others;
    return code;
  }

  private message(question: Question): string {
    const code = this.shown[question.path];
    return code ? messageFor(question, code, String(this.answer(question)), this.i18n.text) : '';
  }

  private control(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#${id}`);
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    this.submit();
  }

  private onSummaryLink(event: Event, id: string): void {
    event.preventDefault();
    this.control(id)?.focus();
  }

  /** Checks everything, then sends `booking-form-submit`, or shows what is wrong and moves the focus there. Whether it was sent. */
  submit(): boolean {
    if (this.disabled) return false;
    this.announcement = '';
    this.shown = checkDetails(this.value, this.fields);
    this.summarised = this.faulty.length > 1;
    if (this.faulty.length) {
      void this.focusErrors();
      return false;
    }
    this.dispatchEvent(new BookingFormSubmitEvent(cleanDetails(this.value, this.fields)));
    return true;
  }

  /** Moves the focus to what is wrong: to the only field, or to the summary of several. Whether there was something. */
  async focusErrors(): Promise<boolean> {
    await this.updateComplete;
    const [first] = this.faulty;
    const target = first && this.control(this.summarised ? 'summary' : first.id);
    target?.focus();
    return Boolean(target);
  }

  /** Focuses the first field. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[part="control"]')?.focus(options);
  }

  private renderSummary(): TemplateResult | typeof nothing {
    const { faulty } = this;
    if (!this.summarised || !faulty.length) return nothing;
    return html`<div
      class="summary"
      id="summary"
      part="summary"
      role="group"
      aria-labelledby="summary-title"
      tabindex="-1"
    >
      <p id="summary-title">${iconAlert()}${this.i18n.text.errorSummary(faulty.length)}</p>
      <ul>
        ${faulty.map(
          (question) =>
            html`<li>
              <a href="#${question.id}" @click=${(event: Event) => this.onSummaryLink(event, question.id)}
                >${question.label}</a
              >${this.message(question)}
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private renderField(question: Question): TemplateResult {
    const { disabled } = this;
    const fixed = this.guardOf(question) === 'readonly';
    return field(
      question,
      { answer: this.answer(question), message: this.message(question), disabled, fixed },
      this.i18n.text,
    );
  }

  override render() {
    const asked = this.questions.filter((question) => this.guardOf(question) !== 'hidden');
    const take = (id: string) => asked.find((question) => question.id === id);
    // The notes have a place of their own: fields that come late must not take it, with the focus in it.
    const [name, email, notes] = [take('name'), take('email'), take('notes')];
    const others = asked.filter((question) => question !== name && question !== email && question !== notes);
    return html`<form
      class="${this.disabled ? 'locked' : ''} ${others.length ? '' : 'roomy'}"
      part="form"
      novalidate
      aria-label=${this.i18n.text.detailsTitle}
      @input=${(event: Event) => this.onInput(event)}
      @change=${(event: Event) => this.onInput(event)}
      @focusin=${showInFull}
      @focusout=${(event: FocusEvent) => this.onLeave(event)}
      @submit=${(event: Event) => this.onSubmit(event)}
    >
      ${this.renderSummary()} ${name ? this.renderField(name) : nothing} ${email ? this.renderField(email) : nothing}
      ${others.map((question) => this.renderField(question))} ${notes ? this.renderField(notes) : nothing}
      <slot></slot>
      <button class="button primary" part="submit" ?hidden=${!this.submitLabel} aria-disabled=${this.disabled}>
        ${this.submitLabel}
      </button>
      <p class="hidden" role="status">${this.announcement}</p>
    </form>`;
  }
}

function isControl(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

/** Browsers scroll to the caret of a field alone, which may leave it below a bar: here its `scroll-margin` counts. */
function showInFull({ target }: FocusEvent): void {
  if (target instanceof Element && target.matches(':focus-visible')) target.scrollIntoView({ block: 'nearest' });
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-form': BookingForm;
  }
}

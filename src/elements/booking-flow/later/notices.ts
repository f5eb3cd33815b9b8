import { html, nothing, type TemplateResult } from 'lit';
import type { ConfirmationStep, DatetimeStep } from '../../../flow/state.js';
import { iconAlert, iconClock, iconOffline, iconShift } from '../../shared/later-icons.js';
import { clockChanges } from './clock-changes.js';
import type { FlowView } from '../view.js';
import { messageFor } from './messages.js';
import { wordsOf } from './words.js';

type Notice = TemplateResult | typeof nothing;

interface NoticeInput {
  readonly tone?: 'warning' | 'danger' | '';
  readonly icon: TemplateResult;
  readonly title: string;
  readonly body?: string;
  readonly action?: readonly [label: string, run: () => void];
}

function notice({ tone = '', icon, title, body = '', action }: NoticeInput): TemplateResult {
  return html`<div class="notice ${tone}" part="notice">
    ${icon}
    <p><b>${title}</b> ${body}</p>
    ${action ? html`<button type="button" class="link" @click=${action[1]}>${action[0]}</button>` : nothing}
  </div>`;
}

/** Above the days: no connection, times that may be old, or clocks that change within the weeks shown. */
export function datetimeNotice(view: FlowView<DatetimeStep>): Notice {
  const { state, formats, timesAt, send } = view;
  const text = wordsOf(view);
  const again = [text.tryAgain, () => send({ type: 'retry' })] as const;
  if (!state.online) {
    const body = timesAt ? text.offlineSince(formats.time(timesAt, state.timeZone)) : text.offlineKept;
    return notice({ tone: 'warning', icon: iconOffline(), title: text.offline, body, action: again });
  }
  if (state.times.error && !state.times.loading && state.times.loaded.length) {
    const body = messageFor(state.times.error, text);
    return notice({ tone: 'warning', icon: iconAlert(), title: text.sentence(text.errors.loadTitle), body, action: again });
  }
  const change = clockChanges(view);
  return change ? notice({ icon: iconShift(), ...change }) : nothing;
}

export function takenNotice(view: FlowView<DatetimeStep>): TemplateResult {
  const text = wordsOf(view);
  return notice({ tone: 'warning', icon: iconClock(), title: text.takenNotice, body: text.takenKept });
}

/** Above the form: what became of the booking. Nothing here ever says that a booking failed when that is not known. */
export function confirmationNotice(view: FlowView<ConfirmationStep>): Notice {
  const { state, formats, send } = view;
  const { submission, online } = state;
  const text = wordsOf(view);
  switch (submission.status) {
    case 'checking':
      return notice({ tone: 'warning', icon: iconClock(), title: text.sentence(text.checkingTitle), body: text.checking });
    case 'unconfirmed':
      return notice({
        tone: 'warning',
        icon: iconAlert(),
        title: text.sentence(text.unconfirmedTitle),
        body: text.unconfirmed,
        action: [text.declinePrice, () => send({ type: 'back' })],
      });
    case 'price_changed':
      return notice({
        tone: 'warning',
        icon: iconAlert(),
        title: text.priceChanged(formats.money(submission.previous), formats.money(submission.current)),
        action: [text.declinePrice, () => send({ type: 'back' })],
      });
    case 'refused': {
      const { error } = submission;
      const wait = error.retryAfterMs ? text.waitSeconds(formats.number(Math.ceil(error.retryAfterMs / 1000))) : '';
      const body = `${messageFor(error, text)} ${wait}`;
      return notice({
        tone: 'danger',
        icon: iconAlert(),
        title: text.sentence(text.errors.refusedTitle),
        body,
        ...(error.code === 'out_of_policy' && { action: [text.declinePrice, () => send({ type: 'back' })] }),
      });
    }
    default:
      return online
        ? nothing
        : notice({ tone: 'warning', icon: iconOffline(), title: text.offline, body: text.offlineKept });
  }
}

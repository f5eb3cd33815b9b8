import { html, nothing, type TemplateResult } from 'lit';
import type { Slot } from '../../../domain/slot.js';
import type { ConfirmationStep, DatetimeStep } from '../../../flow/state.js';
import { iconAlert, iconClock, iconOffline, iconShift } from '../../shared/later-icons.js';
import { clockChanges, clockChangesBefore } from './clock-changes.js';
import type { FlowView } from '../view.js';
import { isGone } from '../../../flow/taken.js';
import type { DetailsDictionary } from '../../../i18n/details.js';
import { keptWords, messageFor } from './messages.js';
import { notice } from './notice.js';
import { ticking } from './ticking.js';
import { wordsOf } from './words.js';

type Notice = TemplateResult | typeof nothing;

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
    return notice({
      tone: 'warning',
      icon: iconAlert(),
      title: text.sentence(text.errors.loadTitle),
      body,
      action: again,
    });
  }
  return state.passed && !state.slot ? passedNotice(view, state.passed) : clockNotice(clockChanges(view));
}

/** It became too late for the chosen time: it is not shown any more. */
function passedNotice(view: FlowView, { startTime }: Slot): TemplateResult {
  const { state, formats } = view;
  const title = wordsOf(view).goneTitle(formats.time(Date.parse(startTime), state.timeZone));
  return notice({ tone: 'warning', icon: iconClock(), title, body: keptWords(view) });
}

function clockNotice(change: ReturnType<typeof clockChanges>): Notice {
  return change ? notice({ icon: iconShift(), ...change }) : nothing;
}

export function takenNotice(view: FlowView<DatetimeStep>): TemplateResult {
  const text = wordsOf(view);
  return notice({
    tone: 'warning',
    icon: iconClock(),
    title: view.state.taken?.isUnsure ? text.takenUnsure : text.takenNotice,
    body: keptWords(view),
  });
}

/** Above the form: what became of the booking. Nothing here ever says that a booking failed when that is not known. */
export function confirmationNotice(view: FlowView<ConfirmationStep>): Notice {
  const { state, formats, send } = view;
  const { submission, online } = state;
  const text = wordsOf(view);
  switch (submission.status) {
    case 'sending':
    case 'checking':
      if (!online) return offlineNotice(text, text.checkingOffline);
      if (submission.status === 'sending') return nothing;
      return notice({
        tone: 'warning',
        icon: iconClock(),
        title: text.sentence(text.checkingTitle),
        body: text.checking,
      });
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
      const { error, until } = submission;
      const wait = until ? ticking(until, (seconds) => text.waitSeconds(formats.number(seconds))) : nothing;
      const body = html`${messageFor(error, text)} <span class="number">${wait}</span>`;
      return notice({
        tone: until ? 'warning' : 'danger',
        icon: iconAlert(),
        title: text.sentence(text.errors.refusedTitle),
        body,
        ...(error.code === 'out_of_policy' && { action: [text.declinePrice, () => send({ type: 'back' })] }),
      });
    }
    default:
      if (!online) return offlineNotice(text, text.offlineKept);
      return isGone(state) ? goneNotice(view) : clockNotice(clockChangesBefore(view));
  }
}

function offlineNotice(text: DetailsDictionary, body: string): TemplateResult {
  return notice({ tone: 'warning', icon: iconOffline(), title: text.offline, body });
}

/** Nobody is carried away from what they type: the other times are one press away. */
function goneNotice(view: FlowView<ConfirmationStep>): TemplateResult {
  const { state, formats, send } = view;
  const text = wordsOf(view);
  return notice({
    tone: 'warning',
    icon: iconClock(),
    title: text.goneTitle(formats.time(Date.parse(state.slot.startTime), state.timeZone)),
    body: keptWords(view),
    action: [text.seeOtherTimes, () => send({ type: 'show-alternatives' })],
  });
}

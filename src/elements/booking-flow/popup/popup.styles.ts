import { css } from 'lit';

/** The dialog around a flow, and the button that floats above the page. */
export const popupStyles = css`
  :host([mode='popup']),
  :host([mode='button']) {
    display: contents;
  }
  dialog {
    inline-size: min(65 * var(--booking-rem), 100dvi - 2 * var(--booking-rem));
    max-inline-size: none;
    max-block-size: calc(100dvb - 2 * var(--booking-rem));
    margin: auto;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block-start: calc(3.5 * var(--booking-rem));
    border: 0;
    border-radius: var(--_radius-lg);
    background: var(--_surface);
    box-shadow: 0 24px 80px -16px rgb(16 20 32 / 0.4);
  }
  dialog::backdrop {
    background: rgb(16 20 32 / 0.5);
  }
  dialog > .room {
    max-inline-size: none;
  }
  dialog .frame {
    border: 0;
    border-radius: 0;
    box-shadow: none;
  }
  .dialog-bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 4;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    min-block-size: calc(3 * var(--booking-rem));
    padding-inline: calc(var(--_space) * 5) calc(var(--_space) * 2);
    border-block-end: var(--_line);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  .dialog-bar :focus-visible:not(button) {
    outline: 0;
  }
  @container booking (min-width: 32.5em) {
    dialog .frame {
      max-block-size: max(26 * var(--booking-rem), 100dvb - 5 * var(--booking-rem) - 1px);
    }
  }
  @media (max-width: 40em) {
    dialog {
      inline-size: 100dvi;
      block-size: 100dvb;
      max-block-size: none;
      border-radius: 0;
    }
    dialog .frame {
      min-block-size: calc(100dvb - 3 * var(--booking-rem) - 1px);
      max-block-size: none;
    }
  }

  .open-button {
    position: fixed;
    z-index: var(--booking-button-layer, 1000);
    inset-block-end: max(var(--booking-button-inset, calc(1.25 * var(--booking-rem))), env(safe-area-inset-bottom));
    inset-inline-end: max(var(--booking-button-inset, calc(1.25 * var(--booking-rem))), env(safe-area-inset-right));
    max-inline-size: calc(100dvi - 2 * var(--booking-button-inset, calc(1.25 * var(--booking-rem))));
    min-block-size: max(3.25 * var(--booking-rem), var(--_control));
    border-radius: 100vmax;
    box-shadow:
      0 1px 2px rgb(16 20 32 / 0.12),
      0 8px 24px -6px rgb(16 20 32 / 0.36);
    white-space: normal;
  }
  .open-button:has(+ dialog[open]) {
    display: none;
  }
  :host(:dir(rtl)) .open-button {
    inset-inline-end: max(var(--booking-button-inset, calc(1.25 * var(--booking-rem))), env(safe-area-inset-left));
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: rise calc(var(--booking-motion, 140ms) * 1.3) cubic-bezier(0.2, 0, 0, 1);
    }
    dialog[open]::backdrop {
      animation: fade calc(var(--booking-motion, 140ms) * 1.3) linear;
    }
    @keyframes fade {
      from {
        opacity: 0;
      }
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 1px solid;
    }
  }
  @media print {
    .open-button {
      display: none;
    }
  }
`;

import { css } from 'lit';

/**
 * By the widget's own width, in em so that large text gets the narrower layout: below 32.5em everything stacks and the
 * frame grows; from there on its height is fixed and only its middle scrolls; from 47.5em the receipt is a column.
 */
export const flowStyles = css`
  .room {
    --_pad: calc(var(--_space) * 4);
    container: booking / inline-size;
    max-inline-size: var(--booking-max-width, 65em);
    margin-inline: auto;
    font-size: medium;
  }
  .frame {
    font-size: var(--_size);
    position: relative;
    display: flex;
    flex-direction: column;
    overflow: clip;
    min-block-size: 48em;
    border: var(--_line);
    border-radius: var(--_radius-lg);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .receipt {
    flex: none;
    /* No em: its own is another one once it is defined. */
    min-block-size: calc(4 * var(--booking-rem));
    background: var(--_sunk);
    border-block-end: var(--_line);
  }
  .main {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .head {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-block-size: calc(44px + var(--_pad));
    padding: var(--_pad) var(--_pad) 0;
  }
  .head .icon-button {
    margin-inline: calc(7px - var(--_target) / 2) -4px;
  }
  h2 {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .head h2 {
    text-box: trim-both cap alphabetic;
  }
  .progress {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2.5);
    color: var(--_muted);
    font-size: var(--_size-sm);
    white-space: nowrap;
  }
  .progress span {
    display: none;
    gap: 4px;
  }
  i {
    inline-size: 20px;
    block-size: 3px;
    border-radius: min(2px, var(--_radius));
    background: var(--_edge);
  }
  i:not(.open) {
    background: var(--_accent);
  }

  .body {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 4);
    min-block-size: 0;
    padding: calc(var(--_space) * 4) var(--_pad);
  }
  .datetime {
    gap: calc(var(--_space) * 5);
  }
  .blank {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
  }
  .blank .button {
    margin-block-start: calc(var(--_space) * 2);
  }

  .late .placeholder {
    block-size: 3em;
    margin-block-end: calc(var(--_space) * 5);
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    min-block-size: calc(var(--_target) + var(--_space) * 3);
    padding: calc(var(--_space) * 3) var(--_pad) 0;
    border-block-start: var(--_line);
  }
  .act {
    padding: calc(var(--_space) * 2) var(--_pad) var(--_pad);
    background: var(--_surface);
  }
  .act .button {
    inline-size: 100%;
  }
  @container booking (max-width: 32.49em) {
    /* A window as low as one of 400 % zoom has no room for it. */
    @media (min-height: 24em) {
      .main:has(.ready) {
        /* What takes the focus scrolls out from under the button. */
        --_bar: calc(var(--_control) + 3em);
      }
      .act.ready {
        position: sticky;
        inset-block-end: 0;
        z-index: 3;
      }
    }
  }
  @container booking (min-width: 32.5em) {
    .frame {
      --_pad: calc(var(--_space) * 5);
      block-size: calc(var(--_height) + 4.8em);
      min-block-size: 0;
    }
    .main {
      display: grid;
      grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr) auto;
    }
    .head,
    .body {
      grid-column: 1 / -1;
    }
    h2 {
      font-size: calc(var(--_size) * 1.3333);
    }
    .progress span {
      display: flex;
    }
    .body {
      grid-row: 2;
      overflow: hidden auto;
      scrollbar-width: thin;
    }
    booking-duration-selector {
      flex: 1 0 auto;
      max-block-size: 28em;
    }
    .datetime {
      display: grid;
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) minmax(11.7em, 34cqi);
      gap: 0 calc(var(--_space) * 5);
    }
    .datetime > :not(.notice) {
      grid-row: 2;
      min-block-size: 0;
    }
    .datetime > booking-calendar {
      min-block-size: 24em;
    }
    .foot,
    .act {
      grid-row: 3;
      padding: calc(var(--_space) * 3.5) var(--_pad);
      border-block-start: var(--_line);
    }
    .foot {
      flex-wrap: nowrap;
      padding-inline-end: 0;
    }
    .act {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 4);
    }
    .act .button {
      inline-size: auto;
    }
  }
  @container booking (min-width: 47.5em) {
    .frame {
      --_pad: clamp(var(--_space) * 5, 2.7cqi, var(--_space) * 7);
      flex-direction: row;
      block-size: var(--_height);
    }
    .receipt {
      inline-size: clamp(12.5 * var(--booking-rem), 26.5cqi, 17.25 * var(--booking-rem));
      border-block-end: 0;
      border-inline-end: var(--_line);
    }
    h2 {
      font-size: var(--_size-xl);
    }
    .datetime {
      grid-template-columns: minmax(0, 1fr) clamp(12.3em, 35cqi - 5.3em, 19.2em);
      column-gap: clamp(18px, 6cqi - 28px, 36px);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .body {
      animation: rise calc(var(--booking-motion, 140ms) * 1.3) cubic-bezier(0.2, 0, 0, 1);
    }
    @keyframes rise {
      from {
        opacity: 0;
        translate: 0 4px;
      }
    }
  }
`;

import { css } from 'lit';

/**
 * The theme. Reads each public `--booking-*` input once, with its default, into a private `--_*` name; the rest of the
 * styles use only those. `light-dark()` follows `color-scheme` of the host. Mixes are in oklab: oklch turns greys
 * through foreign hues. Text on the accent is black or white by its luminance where the page does not say. `contrast`
 * comes later, and makes `accent`, `text`, `muted` and `on-accent` readable; `fill` is the accent as it was given. Elements
 * inside of others (`nested`) inherit all this: read anew in each, it took two fifths of the time for styles.
 */
export const tokens = css`
  :host {
    /* The visitor's own size of text, whatever size the page gives to its root or to all elements. */
    font: medium sans-serif !important;
    text-align: start !important;
    --booking-rem: 1em;
  }
  :host(:not([nested])) {
    --_fill: var(--booking-accent, light-dark(#2443b8, #a9bbff));
    --_accent: var(--_fill);
    --_on-accent: var(--booking-accent-text, lab(from var(--_fill) calc((49.5 - l) * 1e9) 0 0));
    --_surface: var(--booking-surface, light-dark(#fff, #15171c));
    --_raised: var(--booking-surface-raised, light-dark(#fff, #1d2027));
    --_text: var(--booking-text, light-dark(#14171f, #eceef3));
    --_muted: var(--booking-muted, light-dark(#596072, #a3aabb));
    --_border: var(--booking-border, light-dark(#e3e6ec, #2d313b));
    --_shadow: var(--booking-shadow, 0 1px 2px rgb(16 20 32 / 0.05), 0 12px 32px -12px rgb(16 20 32 / 0.16));
    --_radius: var(--booking-radius, 10px);
    --_border-width: var(--booking-border-width, 1px);
    --_line: var(--_border-width) solid var(--_border);
    --_space: var(--booking-space, 4px);
    --_target: 40px;
    --_control: max(var(--_target), var(--booking-control, 44px));
    --_height: var(--booking-height, calc(40 * var(--booking-rem)));
    --_font: var(--booking-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --_font-heading: var(--booking-font-heading, var(--_font));
    --_font-numeric: var(--booking-font-numeric, var(--_font));
    --_size: var(--booking-font-size, calc(0.9375 * var(--booking-rem)));
    --_heading-weight: var(--booking-heading-weight, 650);
    --_heading-tracking: var(--booking-heading-tracking, -0.012em);

    --_radius-lg: calc(var(--_radius) * 1.6);
    --_radius-card: calc(var(--_radius) * 1.2);
    --_radius-day: calc(var(--_radius) * 0.8);
    --_radius-sm: calc(var(--_radius) * 0.6);
    --_size-xs: max(0.72 * var(--booking-rem), var(--_size) * 0.8);
    --_size-sm: calc(var(--_size) * 0.8667);
    --_size-lg: calc(var(--_size) * 1.2);
    --_size-xl: calc(var(--_size) * 1.4667);

    --_tint: light-dark(
      color-mix(in oklab, var(--_fill) 8%, var(--_surface)),
      color-mix(in oklab, var(--_fill) 15%, var(--_surface))
    );
    --_hover: color-mix(in oklab, var(--_text) 6%, var(--_surface));
    --_sunk: color-mix(in oklab, var(--_text) 2.5%, var(--_surface));
    --_skeleton: light-dark(
      color-mix(in oklab, var(--_text) 7%, transparent),
      color-mix(in oklab, var(--_text) 11%, transparent)
    );
    --_edge: color-mix(in oklab, var(--_text) 20%, var(--_surface));
    --_outline: color-mix(in oklab, var(--_text) 47%, var(--_surface));
  }
  :host([density='compact']) {
    --booking-space: 3.25px;
    --booking-control: 40px;
    --booking-font-size: calc(0.875 * var(--booking-rem));
    --booking-height: calc(37 * var(--booking-rem));
  }
  :host([density='spacious']) {
    --booking-space: 4.75px;
    --booking-control: 50px;
    --booking-font-size: var(--booking-rem);
    --booking-height: calc(45 * var(--booking-rem));
  }
  @media (pointer: coarse) {
    :host(:not([nested])) {
      --_target: 44px;
    }
  }
`;

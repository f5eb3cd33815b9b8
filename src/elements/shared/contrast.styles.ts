import { css } from 'lit';

/**
 * Keeps text readable whatever colours a page sets: text, secondary text and the accent (as text, line or mark) have 4.5:1
 * on all that they stand on, text on the accent has it there. A colour that has it already stays as it is. Added to `tokens`
 * later: the pages that need it are few. The defaults of text and secondary text are as there.
 *
 * A relative colour knows one colour only, and contrast is of two. So the luminance of the ground (the y of CIE XYZ) travels
 * as the alpha of black that is mixed half and half with the colour: of the mix, alpha is (1 + ground) / 2, and the colour is
 * x, y, z times 2 alpha. On a ground lighter than 0.18, a colour that is too light is scaled down; on a darker one, it is
 * mixed with white. For 4.7 instead of 4.5, as grounds differ a little. See docs/decisions/0020-theming.md.
 */
export const contrast = css`
  @supports (color: color(from red xyz-d65 x y z)) {
    :host(:not([nested])) {
      --_is-light: clamp(0, (alpha - 0.59) * 1e9, 1);
      --_dim: min(1, ((alpha * 2 - 0.95) / 4.7 - 0.05 + 9 * (1 - var(--_is-light))) / (2 * alpha * y));
      --_whiten: (1 - var(--_is-light)) *
        clamp(0, (4.7 * (2 * alpha - 0.95) - 0.05 - 2 * alpha * y) / (1 - 2 * alpha * y), 1);
      --_keep: 2 * alpha * var(--_dim) * (1 - var(--_whiten));
      --_readable: xyz-d65 calc(x * var(--_keep) + 0.9505 * var(--_whiten)) calc(y * var(--_keep) + var(--_whiten))
        calc(z * var(--_keep) + 1.089 * var(--_whiten)) / 1;
      --_ground: xyz-d65 0 0 0 / y;
      --booking-c-raised: color(from var(--_raised) var(--_ground));
      --booking-c-tint: color(from var(--_tint) var(--_ground));
      --booking-c-hover: color(from var(--_hover) var(--_ground));
      --booking-c-fill: color(from var(--_fill) var(--_ground));

      /* Made a colour first: of one that is still light-dark(), Firefox takes the alpha of the mix for that of the result. */
      --booking-c-own-text: var(--booking-text, light-dark(#14171f, #eceef3));
      --booking-c-own-muted: var(--booking-muted, light-dark(#596072, #a3aabb));
      --booking-c-own-accent: var(--_fill);

      --booking-c-text-1: color(
        from color-mix(in xyz-d65, var(--booking-c-own-text), var(--booking-c-raised)) var(--_readable)
      );
      --booking-c-text: color(
        from color-mix(in xyz-d65, var(--booking-c-text-1), var(--booking-c-tint)) var(--_readable)
      );
      --_text: var(--booking-c-text);

      --booking-c-muted-1: color(
        from color-mix(in xyz-d65, var(--booking-c-own-muted), var(--booking-c-raised)) var(--_readable)
      );
      --booking-c-muted-2: color(
        from color-mix(in xyz-d65, var(--booking-c-muted-1), var(--booking-c-tint)) var(--_readable)
      );
      --booking-c-muted: color(
        from color-mix(in xyz-d65, var(--booking-c-muted-2), var(--booking-c-hover)) var(--_readable)
      );
      --_muted: var(--booking-c-muted);

      --booking-c-accent-1: color(
        from color-mix(in xyz-d65, var(--booking-c-own-accent), var(--booking-c-raised)) var(--_readable)
      );
      --booking-c-accent: color(
        from color-mix(in xyz-d65, var(--booking-c-accent-1), var(--booking-c-tint)) var(--_readable)
      );
      --_accent: var(--booking-c-accent);

      --_black-or-white: clamp(0, (0.18 - y) * 1e9, 1);
      --booking-c-contrary: color(
        from var(--_fill) xyz-d65 calc(0.9505 * var(--_black-or-white)) var(--_black-or-white)
          calc(1.089 * var(--_black-or-white))
      );
      --booking-c-on-accent: color(
        from color-mix(in xyz-d65, var(--booking-accent-text, var(--booking-c-contrary)), var(--booking-c-fill))
          var(--_readable)
      );
      --_on-accent: var(--booking-c-on-accent);
      --_accent-hover: color-mix(
        in oklab,
        var(--_fill) 88%,
        rgb(from var(--_on-accent) calc(255 - r) calc(255 - g) calc(255 - b))
      );
    }
  }
`;

/** What is worked out there once an element, as colours: without a type, each use would work it out again. */
export const contrastColors = (
  'raised tint hover fill own-text own-muted own-accent text-1 text muted-1 muted-2 muted accent-1 accent contrary on-accent' as const
).split(' ');

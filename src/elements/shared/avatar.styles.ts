import { css } from 'lit';

/** A coach's photo or initials. The element sets its size where 3.5rem does not fit. */
export const avatarStyles = css`
  .avatar {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    overflow: clip;
    inline-size: calc(3.5 * var(--booking-rem));
    aspect-ratio: 1;
    border-radius: var(--_radius-avatar);
    background: linear-gradient(160deg, color-mix(in oklab, var(--_fill) 84%, var(--_surface)), var(--_fill) 70%);
    color: var(--_on-accent);
    font: 600 calc(1.1875 * var(--booking-rem))/1 var(--_font-heading);
    letter-spacing: 0.02em;
  }
  .avatar > span {
    text-box: trim-both cap alphabetic;
  }
  img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
`;

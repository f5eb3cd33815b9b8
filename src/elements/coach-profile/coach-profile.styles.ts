import { css } from 'lit';

/** One column; from 760px of own width the times stand beside the coach. */
export const profileStyles = css`
  .room {
    container: booking / inline-size;
    max-inline-size: var(--booking-max-width, 53.75em);
    margin-inline: auto;
    font-size: medium;
  }
  .card-frame {
    font-size: var(--_size);
    display: grid;
    overflow: clip;
    border: var(--_line);
    border-radius: var(--_radius-lg);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .who,
  .when {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 5);
    min-inline-size: 0;
    padding: calc(var(--_space) * 5);
  }
  .when {
    border-block-start: var(--_line);
    background: var(--_sunk);
  }
  .coach {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 4);
  }
  .coach > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .coach :is(h2, p) {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .avatar {
    inline-size: calc(4.5 * var(--booking-rem));
    font-size: calc(1.5 * var(--booking-rem));
  }
  h2 {
    font-size: var(--_size-xl);
  }
  .bio {
    max-inline-size: 56ch;
    overflow-wrap: anywhere;
    white-space: pre-line;
    text-wrap: pretty;
  }
  .sessions > h3 {
    margin-block-end: calc(var(--_space) * 2);
  }
  li {
    border-block-start: var(--_line);
  }
  li:last-child {
    border-block-end: var(--_line);
  }
  .session {
    display: grid;
    grid-template-columns: minmax(4.6em, auto) minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 3);
    inline-size: 100%;
    min-block-size: var(--_control);
    padding-block: calc(var(--_space) * 2.5);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  .session:hover .length {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .session b {
    font-weight: 600;
  }
  .about > span {
    display: block;
  }
  .about b {
    display: inline-block;
    color: var(--_text);
    font-weight: 550;
  }
  .next b {
    display: block;
    font-size: var(--_size-lg);
    font-weight: 600;
    line-height: 1.4;
  }
  .next span {
    display: block;
  }
  .button {
    inline-size: 100%;
    margin-block-start: auto;
    white-space: normal;
  }
  .who .placeholder {
    block-size: 1em;
    max-inline-size: 100%;
    margin-block: 0.3em;
    inline-size: 16em;
  }
  .who .placeholder.name {
    inline-size: 9em;
    block-size: 1.4em;
  }

  @container booking (min-width: 32.5em) {
    .who,
    .when {
      padding: calc(var(--_space) * 7);
    }
  }
  @container booking (min-width: 47.5em) {
    .card-frame {
      grid-template-columns: minmax(0, 1fr) calc(22.25 * var(--booking-rem));
    }
    .when {
      border-block-start: 0;
      border-inline-start: var(--_line);
    }
  }
  @container booking (max-width: 28em) {
    .session {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .about {
      grid-row: 2;
      grid-column: 1 / -1;
    }
  }
`;

import { css } from 'lit';

/** A native radio button that covers the label around it: the label is what is seen, pressed and ringed. */
export const radio = css`
  label input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
  }
  label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    z-index: 2;
  }
  @media (forced-colors: active) {
    label {
      border: 1px solid;
    }
    label:has(:checked) {
      forced-color-adjust: none;
      background: Highlight !important;
    }
    label:has(:checked) * {
      border-color: HighlightText !important;
      background: none !important;
      color: HighlightText !important;
    }
  }
`;

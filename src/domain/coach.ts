/** Who the visitor books with. The same in code and on the wire. */
export interface Coach {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  readonly bio?: string;
  /** Shown only when it is an `http(s)` URL. */
  readonly avatarUrl?: string;
  /** IANA. */
  readonly timezone: string;
  readonly calendlyUrl?: string;
  readonly eventTypeUrl?: string;
  /** Price of each length in major units. */
  readonly sessionLengths: readonly SessionLength[];
}

export interface SessionLength {
  readonly duration: number;
  readonly rate: number;
  readonly currency: string;
}

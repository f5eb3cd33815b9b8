/** An amount in the currency's own minor unit (JPY has none, KWD has three decimals). */
export interface Money {
  /** Whole number of minor units: 9000 for $90, 90 for ¥90. */
  readonly amountMinor: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

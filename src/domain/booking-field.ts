/** A question that a coach asks each attendee; answered in `BookingRequest.answers` under `name`. */
export interface BookingField {
  readonly name: string;
  readonly label: string;
  /** A type not known here is asked as text. */
  readonly type: 'text' | 'textarea' | 'email' | 'tel' | 'number' | 'select' | 'checkbox' | (string & {});
  readonly required?: boolean;
  /** The choices of a `select`. */
  readonly options?: readonly string[];
  /** In UTF-16 code units, as `<input maxlength>` counts. */
  readonly maxLength?: number;
  readonly hint?: string;
}

export type Answer = string | number | boolean;
export type Answers = Readonly<Record<string, Answer>>;

/** Why a field was refused; the visitor's sentence for it comes from the dictionary. */
export type FieldCode =
  'required' | 'invalid' | 'too_short' | 'too_long' | 'too_small' | 'too_large' | 'duplicate' | 'unknown' | 'mismatch';

/** Refused fields by path, such as `attendee.email` or `answers.goal`. */
export type FieldErrors = Readonly<Record<string, FieldCode>>;

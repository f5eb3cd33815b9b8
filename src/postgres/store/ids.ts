/** Whether the database will take a text for a UUID: anything else is nobody's id, and no error. */
export const isUuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** Whether the database can keep a text at all: no NUL, no half of a surrogate pair. Nothing has an id that it can't. */
export const isStorable = (text: string): boolean => !/\0|\p{Cs}/u.test(text);

/** Letters and digits alone, in capitals: "sk1 3aa", "SK13AA" and "Sk1-3aa" are one postcode. */
export const postcodeKey = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");

/** Whether a text could be the start of a postcode: it has a digit within its first four signs. */
export const looksLikePostcode = (text: string): boolean => /^[A-Z]{1,2}\d[A-Z0-9]*$/.test(postcodeKey(text));

/** A text for LIKE, in which its own signs mean nothing special. */
export const likeLiteral = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** A command or a file of the user's that cannot be used as it is; the message says where and why. Ends with code 2. */
export class BadInput extends Error {
  override readonly name = "BadInput";
}

import { inspect } from 'node:util'

const redacted = '[redacted]'

/** Holds a password so that it cannot end up in a log: printing, serializing or joining it shows only that it is there. */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
    Object.freeze(this)
  }

  /** The secret itself. Call it where the bytes for the broker are made, nowhere else. */
  reveal(): string {
    return this.#value
  }

  toString(): string {
    return redacted
  }

  toJSON(): string {
    return redacted
  }

  [inspect.custom](): string {
    return redacted
  }
}

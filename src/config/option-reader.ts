import { KafkaConfigError } from '../errors/config-errors'
import { suggest } from '../utils/suggest'
import { describeValue } from './describe-value'

/** The longest time that fits Kafka's own fields and Node's timers, ms. */
export const longestMs = 2 ** 31 - 1

/** What an object of options may hold. */
export interface OptionNames {
  readonly known: readonly string[]
  /** Options of KafkaJS that are not built yet; each is refused by its name. */
  readonly notYet?: readonly string[]
  /** Options whose values are never shown. */
  readonly secret?: readonly string[]
}

/** Bounds of a number, both included. */
export interface Bounds {
  readonly min: number
  readonly max: number
}

/**
 * Reads one object of options. Takes own enumerable keys only, so that nothing on a prototype counts, reads each of
 * them once, and takes `undefined` and `null` as not given. Every complaint is a KafkaConfigError that names the
 * option.
 */
export class OptionReader {
  private readonly values = new Map<string, unknown>()
  private readonly secret: readonly string[]

  /**
   * @param options as the application gave them
   * @param path name of the object in messages; empty for the outermost
   * @param subject what the object belongs to, e.g. `the producer`
   */
  constructor(
    options: unknown,
    private readonly path: string,
    private readonly subject: string,
    names: OptionNames
  ) {
    this.secret = names.secret ?? []
    for (const [name, value] of this.entries(options)) {
      if (value === undefined || value === null) continue
      if (names.notYet?.includes(name) === true) throw this.notYet(name)
      if (!names.known.includes(name)) throw this.unknown(name, names.known)
      this.values.set(name, value)
    }
  }

  /** Whether the option was given. */
  has(name: string): boolean {
    return this.values.has(name)
  }

  /** The value as it was given. */
  raw(name: string): unknown {
    return this.values.get(name)
  }

  boolean<Default>(name: string, fallback: Default): boolean | Default {
    const value = this.values.get(name)
    if (value === undefined) return fallback
    if (typeof value !== 'boolean') throw this.wrong(name, 'must be true or false')
    return value
  }

  /** A whole number within bounds. */
  integer(name: string, fallback: number, { min, max }: Bounds): number {
    return this.number(name, fallback, `must be a whole number from ${min} to ${max}`, n => Number.isInteger(n) && n >= min && n <= max)
  }

  /** A duration in whole ms. */
  duration(name: string, fallback: number, { min = 1, max = longestMs }: Partial<Bounds> = {}): number {
    const rule = `must be a duration in whole milliseconds from ${min} to ${max}`
    return this.number(name, fallback, rule, n => Number.isInteger(n) && n >= min && n <= max)
  }

  /** A number for which `isRight` holds; `rule` says that in words. */
  number(name: string, fallback: number, rule: string, isRight: (value: number) => boolean): number {
    const value = this.values.get(name)
    if (value === undefined) return fallback
    if (typeof value !== 'number' || !isRight(value)) throw this.wrong(name, rule)
    return value
  }

  /** A text whose length in UTF-16 units is within bounds. */
  string<Default>(name: string, fallback: Default, { min, max }: Bounds): string | Default {
    const value = this.values.get(name)
    if (value === undefined) return fallback
    if (typeof value !== 'string' || value.length < min || value.length > max) {
      throw this.wrong(name, `must be a string of ${min} to ${max} characters`)
    }
    return value
  }

  /** A function; its signature is the application's word. */
  callback(name: string): ((...args: never[]) => unknown) | undefined {
    const value = this.values.get(name)
    if (value !== undefined && typeof value !== 'function') throw this.wrong(name, 'must be a function')
    return value as ((...args: never[]) => unknown) | undefined
  }

  /** The error for a value that is not right. */
  wrong(name: string, reason: string, cause?: unknown): KafkaConfigError {
    const option = this.nameOf(name)
    const received = describeValue(this.values.get(name), this.secret.includes(name))
    return new KafkaConfigError(`Option "${option}" of ${this.subject} ${reason}, got ${received}`, { option, reason, received, cause })
  }

  /** The error for an option without which it does not go. */
  missing(name: string, reason: string): KafkaConfigError {
    const option = this.nameOf(name)
    return new KafkaConfigError(`Option "${option}" of ${this.subject} is missing: ${reason}`, { option, reason })
  }

  /** The error for an option, or a value of it, that is not built yet. */
  notYet(name: string, what = 'this option'): KafkaConfigError {
    const option = this.nameOf(name)
    const reason = `${what} is not supported yet`
    return new KafkaConfigError(`Option "${option}" of ${this.subject}: ${reason}`, { option, reason })
  }

  private unknown(name: string, known: readonly string[]): KafkaConfigError {
    const option = this.nameOf(name)
    const meant = suggest(name, known)
    const place = this.path === '' ? this.subject : `"${this.path}"`
    const hint = meant === undefined ? `the options of ${place} are ${known.join(', ')}` : `did you mean "${this.nameOf(meant)}"?`
    return new KafkaConfigError(`Unknown option "${option}" of ${this.subject}: ${hint}`, { option, reason: `unknown option, ${hint}` })
  }

  private nameOf(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`
  }

  /** Own enumerable keys with their values. Getters and proxies run the application's code, which may throw. */
  private entries(options: unknown): [string, unknown][] {
    if (options === undefined || options === null) return []
    let reason = 'must be a plain object'
    let cause: unknown
    try {
      if (typeof options === 'object' && isPlainObject(options)) return Object.entries(options)
    } catch (error) {
      reason = 'has an option that cannot be read'
      cause = error
    }
    const option = this.path === '' ? 'options' : this.path
    const received = describeValue(options, false)
    const subject = this.path === '' ? `The options object of ${this.subject}` : `Option "${this.path}" of ${this.subject}`
    throw new KafkaConfigError(`${subject} ${reason}, got ${received}`, { option, reason, received, cause })
  }
}

/** `{}`, `Object.create(null)`, and such objects of another realm (a worker's, a vm context's). */
function isPlainObject(value: object): boolean {
  if (Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

import type { ConfigDefinition } from './config-definitions'

const wholeNumber = /^[+-]?\d+$/
const limits: Partial<Record<ConfigDefinition['type'], readonly [bigint, bigint]>> = {
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  short: [-(2n ** 15n), 2n ** 15n - 1n],
  long: [-(2n ** 63n), 2n ** 63n - 1n]
}

/** What is wrong with a value for a config, in the words of a broker; undefined: nothing. */
export function configValueProblem(definition: ConfigDefinition, value: string): string | undefined {
  const { name, type, min, oneOf } = definition
  const text = value.trim()
  const range = limits[type]
  if (range !== undefined) {
    if (!wholeNumber.test(text)) return `Invalid value ${value} for configuration ${name}: Not a number of type ${type.toUpperCase()}`
    const number = BigInt(text)
    if (number < range[0] || number > range[1])
      return `Invalid value ${value} for configuration ${name}: Not a number of type ${type.toUpperCase()}`
    if (min !== undefined && number < BigInt(min)) return `Invalid value ${value} for configuration ${name}: Value must be at least ${min}`
  }
  if (type === 'boolean' && !/^(true|false)$/i.test(text)) {
    return `Invalid value ${value} for configuration ${name}: Expected value to be either true or false`
  }
  if (oneOf !== undefined) {
    const words = type === 'list' ? text.split(',').map(word => word.trim()) : [text]
    if (!words.every(word => oneOf.includes(word))) {
      return `Invalid value ${value} for configuration ${name}: ${type === 'list' ? 'ValidList' : 'String'} must be one of: ${oneOf.join(', ')}`
    }
  }
  return undefined
}

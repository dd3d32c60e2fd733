import type { ConfigDefinition } from './config-definitions'

const wholeNumber = /^[+-]?\d+$/
const limits: Partial<Record<ConfigDefinition['type'], readonly [bigint, bigint]>> = {
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  short: [-(2n ** 15n), 2n ** 15n - 1n],
  long: [-(2n ** 63n), 2n ** 63n - 1n]
}
const replicaList = /^(\*|\d+:\d+(,\d+:\d+)*)$/
const duration = /^by_duration:P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/i

/** What is wrong with a value for a config, in the words of a broker; undefined: nothing. */
export function configValueProblem(definition: ConfigDefinition, value: string): string | undefined {
  const { name, type, oneOf, durationOr } = definition
  const problem = (what: string, said = value): string => `Invalid value ${said} for configuration ${name}: ${what}`
  const text = value.trim()
  if (isNumeric(type)) {
    if (!isNumber(type, text)) return problem(`Not a number of type ${type.toUpperCase()}`)
    const outside = rangeProblem(definition, Number(text))
    return outside === undefined ? undefined : problem(outside, type === 'double' ? asDouble(Number(text)) : String(BigInt(text)))
  }
  if (type === 'boolean' && !/^(true|false)$/i.test(text)) return problem('Expected value to be either true or false')
  const words = type === 'list' ? wordsOf(text) : [text]
  if (definition.replicaList === true && words.length > 0 && !replicaList.test(words.join(','))) {
    return problem(`${name} must be '*' or a list of [partitionId]:[brokerId]`, `[${words.join(', ')}]`)
  }
  if (oneOf !== undefined) {
    const wrong = words.find(word => !oneOf.includes(word))
    if (wrong !== undefined) return problem(`String must be one of: ${oneOf.join(', ')}`, wrong)
  }
  if (durationOr !== undefined && !durationOr.includes(text) && !duration.test(text)) {
    return problem(`must be one of ${durationOr.join(', ')}, or by_duration: and an ISO 8601 duration`)
  }
  return undefined
}

/** The words of a list; none in an empty one. */
export function wordsOf(list: string): string[] {
  return list.trim() === '' ? [] : list.split(',').map(word => word.trim())
}

function isNumeric(type: ConfigDefinition['type']): boolean {
  return limits[type] !== undefined || type === 'double'
}

function isNumber(type: ConfigDefinition['type'], text: string): boolean {
  const range = limits[type]
  if (range === undefined) return text !== '' && !Number.isNaN(Number(text))
  if (!wholeNumber.test(text)) return false
  const number = BigInt(text)
  return number >= range[0] && number <= range[1]
}

function rangeProblem({ min, max, orElse }: ConfigDefinition, number: number): string | undefined {
  if (number === orElse) return undefined
  const isOutside = (min !== undefined && number < min) || (max !== undefined && number > max)
  if (!isOutside) return undefined
  if (orElse !== undefined) return `Value must be between ${min} and ${max} or equal to ${orElse}`
  return min !== undefined && number < min ? `Value must be at least ${min}` : `Value must be no more than ${max}`
}

/** As Java prints it. */
function asDouble(number: number): string {
  return Number.isInteger(number) ? number.toFixed(1) : String(number)
}

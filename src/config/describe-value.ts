/**
 * A value of an option as error messages show it: short, on one line, without what may be secret, and without calling
 * any code of the application.
 */
export function describeValue(value: unknown, secret: boolean): string {
  switch (typeof value) {
    case 'string':
      return secret ? '[redacted]' : quote(withoutCredentials(value))
    case 'number':
    case 'boolean':
      return secret ? '[redacted]' : String(value)
    case 'bigint':
      return secret ? '[redacted]' : `${value}n`
    case 'undefined':
      return 'undefined'
    case 'function':
      return 'a function'
    case 'symbol':
      return 'a symbol'
    default:
      if (value === null) return 'null'
      return Array.isArray(value) ? `an array of ${value.length}` : 'an object'
  }
}

/** Addresses are sometimes written as URLs with user and password. */
function withoutCredentials(text: string): string {
  return text.replaceAll(/[^/\s,]*@/g, '[redacted]@')
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text)
}

import { Reader } from '../../src/protocol/reader'
import { Writer } from '../../src/protocol/writer'
import type { AnyCodec } from './interpreter/generated-codecs'

type Json = null | boolean | number | string | Json[] | { [property: string]: Json }

/**
 * Holds a codec against a line that the Java program wrote: what the bytes decode to, and that the same values are encoded to the same
 * bytes.
 * @param line `NAME VERSION KIND BASE64 JSON`
 * @returns the message's name and version, e.g. `FetchRequest 4`
 * @throws Error that names the first difference and repeats the line
 */
export function checkJavaSample(line: string, codecs: ReadonlyMap<string, AnyCodec>): string {
  const [name, version, kind, base64] = line.split(' ', 4) as [string, string, string, string]
  const json = JSON.parse(line.slice(name.length + version.length + kind.length + base64.length + 4)) as Json
  const codec = codecs.get(name)
  if (codec === undefined) throw new Error(`no codec for ${name}`)
  const bytes = Buffer.from(base64, 'base64')
  const fail = (what: string): never => {
    throw new Error(`${what}\n${line.slice(0, 5000)}`)
  }

  const reader = new Reader(bytes)
  const message = codec.decode(reader, Number(version))
  if (reader.remaining !== 0) fail(`${reader.remaining} bytes left over`)
  const difference = findDifference(message, json, name)
  if (difference !== undefined) fail(difference)
  if (kind !== 'tagged') {
    for (const input of [message, pick(message, json)]) {
      const writer = new Writer()
      codec.encode(writer, input, Number(version))
      const own = writer.toBuffer().toString('base64')
      if (own !== base64) fail(`encoded to ${own}`)
    }
  }
  return `${name} ${version}`
}

/** Compares what is in the JSON; what is not there is a tagged field at its default or a field that the version does not have. */
function findDifference(actual: unknown, json: Json, path: string): string | undefined {
  if (Array.isArray(json)) {
    if (!Array.isArray(actual) || actual.length !== json.length) return `${path}: ${String(actual)} for an array of ${json.length}`
    return firstDefined(json.map((element, i) => findDifference(actual[i], element, `${path}[${i}]`)))
  }
  if (typeof json === 'object' && json !== null) {
    if (typeof actual !== 'object' || actual === null) return `${path}: ${String(actual)} for an object`
    const fields = actual as Record<string, unknown>
    return firstDefined(Object.entries(json).map(([key, value]) => findDifference(fields[key], value, `${path}.${key}`)))
  }
  return text(actual) === text(json) ? undefined : `${path}: decoded ${text(actual)}, Java wrote ${text(json)}`
}

const firstDefined = (texts: (string | undefined)[]): string | undefined => texts.find(found => found !== undefined)

/** Numbers of all kinds, and NaN and the infinities, come as strings from Java where JSON has no safe form for them. */
function text(value: unknown): string {
  if (Buffer.isBuffer(value)) return value.toString('base64')
  return Object.is(value, -0) ? '-0' : String(value)
}

/** The part of a message that the JSON names. */
function pick(message: unknown, json: Json): unknown {
  if (Array.isArray(json)) return json.map((element, i) => pick((message as unknown[])[i], element))
  if (typeof json !== 'object' || json === null) return message
  const fields = message as Record<string, unknown>
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, pick(fields[key], value)]))
}

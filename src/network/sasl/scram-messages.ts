/** Longest message that is taken from a broker, bytes. */
const maxMessageBytes = 4096
const maxSaltBytes = 1024
/** What RFC 7677 asks for and Kafka enforces when credentials are stored. */
const minIterations = 4096
/** Half a second to a second of a core; more is an attack. */
const maxIterations = 1_000_000

/** Says what is wrong with a message. */
type Fail = (reason: string) => never

/** The broker's first message. */
export interface ServerFirst {
  /** The message as it came: part of what both sides sign. */
  readonly text: string
  /** The client's nonce with the broker's added. */
  readonly serverNonce: string
  readonly salt: Buffer
  readonly iterations: number
}

/** Reads `r=<nonce>,s=<salt>,i=<iterations>`; extensions after them are skipped. */
export function parseServerFirst(message: Buffer, clientNonce: string, fail: Fail): ServerFirst {
  const text = textOf(message, fail)
  const fields = fieldsOf(text, fail)
  if (fields.has('e')) return refused(fields.get('e') as string, fail)
  const [first] = fields.keys()
  if (first === 'm') fail('the broker demands an extension that is not known here')
  const [serverNonce, salt, iterations] = ['r', 's', 'i'].map(
    name => fields.get(name) ?? fail(`the broker's first message has no ${name}=`)
  )
  if (first !== 'r') fail("the broker's first message is out of order")
  if (!serverNonce.startsWith(clientNonce) || serverNonce.length === clientNonce.length || !/^[\x21-\x2b\x2d-\x7e]+$/.test(serverNonce)) {
    fail("the broker's nonce does not extend the client's")
  }
  const saltBytes = base64(salt)
  if (saltBytes === undefined || saltBytes.length === 0 || saltBytes.length > maxSaltBytes)
    fail('the salt is not 1 to 1024 bytes of base64')
  const count = /^[1-9]\d{0,9}$/.test(iterations) ? Number(iterations) : fail('the iteration count is not a number')
  if (count < minIterations) fail(`${count} iterations are too few, ${minIterations} are the least that is safe`)
  if (count > maxIterations) fail(`${count} iterations are too many, ${maxIterations} are the most that is taken`)
  return { text, serverNonce, salt: saltBytes, iterations: count }
}

/** Reads `v=<signature>` or `e=<error>`. @returns the signature */
export function parseServerFinal(message: Buffer, fail: Fail): Buffer {
  const fields = fieldsOf(textOf(message, fail), fail)
  if (fields.has('e')) return refused(fields.get('e') as string, fail)
  return base64(fields.get('v') ?? '') ?? fail("the broker's last message has no signature")
}

/** The errors of RFC 5802 are words with dashes; anything else is not repeated. */
function refused(error: string, fail: Fail): never {
  return fail(`the broker refuses: ${/^[a-z-]{1,64}$/.test(error) ? error : 'for a reason that it does not say properly'}`)
}

function textOf(message: Buffer, fail: Fail): string {
  if (message.length > maxMessageBytes) fail(`a message of ${message.length} bytes is too long`)
  const text = message.toString('utf8')
  // What both sides sign are bytes; text that does not give them back would only fail later and less clearly.
  return Buffer.from(text).equals(message) ? text : fail('a message is not UTF-8')
}

function fieldsOf(text: string, fail: Fail): Map<string, string> {
  const fields = new Map<string, string>()
  for (const field of text.split(',')) {
    const name = field[0]
    if (name === undefined || !/^[A-Za-z]=/.test(field)) fail('a message is malformed')
    else if (fields.has(name)) fail(`a message has ${name}= twice`)
    else fields.set(name, field.slice(2))
  }
  return fields
}

/** Undefined for anything that is not canonical base64. */
function base64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return text.length > 0 && bytes.toString('base64') === text ? bytes : undefined
}

import type { TLSSocket } from 'node:tls'

/** Attribute types that a distinguished name calls by a word (RFC 2253). */
const words = ['CN', 'L', 'ST', 'O', 'OU', 'C', 'STREET', 'DC', 'UID']

/**
 * Who a client is by its certificate: the distinguished name, the most particular part first, as Java writes it. Undefined: it has shown
 * none, or none that the listener's authority vouches for.
 */
export function tlsPrincipal(socket: Pick<TLSSocket, 'getPeerCertificate'>): string | undefined {
  const { subject } = socket.getPeerCertificate() as { subject?: Readonly<Record<string, string | string[]>> }
  if (subject === undefined) return undefined
  const parts = Object.entries(subject)
    .filter(([type]) => words.includes(type))
    .flatMap(([type, value]) => (Array.isArray(value) ? value : [value]).map(one => `${type}=${escaped(one)}`))
  return `User:${parts.toReversed().join(',')}`
}

function escaped(value: string): string {
  return value
    .replaceAll(/[,+"\\<>;]/g, character => `\\${character}`)
    .replace(/^[ #]/, character => `\\${character}`)
    .replace(/(?<=.) $/, '\\ ')
}

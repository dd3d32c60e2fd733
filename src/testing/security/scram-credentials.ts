import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

/** SCRAM mechanisms by their number in the SCRAM credential APIs (KIP-554). */
export const scramMechanisms = [
  { name: 'SCRAM-SHA-256', type: 1, hash: 'sha256', keyBytes: 32 },
  { name: 'SCRAM-SHA-512', type: 2, hash: 'sha512', keyBytes: 64 }
] as const

export type ScramMechanism = (typeof scramMechanisms)[number]

/** What the server keeps of a password (RFC 5802). */
export interface ScramCredential {
  readonly salt: Buffer
  readonly iterations: number
  readonly storedKey: Buffer
  readonly serverKey: Buffer
}

/** Fewest iterations that Kafka takes. */
export const leastIterations = 4096

/** Most iterations that Kafka takes. */
export const mostIterations = 16_384

export function hmac(mechanism: ScramMechanism, key: Buffer, text: string): Buffer {
  return createHmac(mechanism.hash, key).update(text).digest()
}

export function hash(mechanism: ScramMechanism, bytes: Buffer): Buffer {
  return createHash(mechanism.hash).update(bytes).digest()
}

/** Users and what is kept of their passwords. */
export class ScramCredentials {
  private readonly users = new Map<string, Map<string, ScramCredential>>()

  /** Keeps a password for both mechanisms. */
  setPassword(user: string, password: string): void {
    for (const mechanism of scramMechanisms) {
      const salt = randomBytes(24)
      this.setSalted(
        user,
        mechanism,
        salt,
        leastIterations,
        pbkdf2Sync(password, salt, leastIterations, mechanism.keyBytes, mechanism.hash)
      )
    }
  }

  /** Keeps a password that is salted already, as AlterUserScramCredentials sends it. */
  setSalted(user: string, mechanism: ScramMechanism, salt: Buffer, iterations: number, saltedPassword: Buffer): void {
    const storedKey = hash(mechanism, hmac(mechanism, saltedPassword, 'Client Key'))
    const serverKey = hmac(mechanism, saltedPassword, 'Server Key')
    const credentials = this.users.get(user) ?? new Map<string, ScramCredential>()
    credentials.set(mechanism.name, { salt, iterations, storedKey, serverKey })
    this.users.set(user, credentials)
  }

  get(user: string, mechanism: string): ScramCredential | undefined {
    return this.users.get(user)?.get(mechanism)
  }

  /** Users in order of their names. */
  all(): [user: string, credentials: ReadonlyMap<string, ScramCredential>][] {
    return [...this.users].sort(([a], [b]) => (a < b ? -1 : 1))
  }

  /** Returns false when there was nothing to delete. */
  delete(user: string, mechanism: string): boolean {
    const credentials = this.users.get(user)
    if (credentials === undefined || !credentials.delete(mechanism)) return false
    if (credentials.size === 0) this.users.delete(user)
    return true
  }
}

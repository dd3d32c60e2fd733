import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'

/** What a SCRAM server says instead of what it should. */
export interface Lies {
  first?: (message: string) => string | Buffer
  final?: (message: string) => string | Buffer
  iterations?: number
  salt?: Buffer
}

/** The broker's side of one SCRAM exchange, written from RFC 5802 and independent of the client's. */
export class ScramServer {
  username: string | undefined
  private clientFirstBare = ''
  private serverFirst = ''
  private step = 0

  constructor(
    private readonly hash: 'sha256' | 'sha512',
    private readonly passwords: ReadonlyMap<string, string>,
    private readonly lies: Lies = {}
  ) {}

  /** @returns the answer, or undefined when the client's proof is wrong */
  answer(message: Buffer): string | Buffer | undefined {
    return this.step++ === 0 ? this.first(message.toString()) : this.final(message.toString())
  }

  private first(message: string): string | Buffer {
    const match = /^n,,(n=([^,]*),r=([^,]+))$/.exec(message)
    if (match === null) throw new Error(`not a client's first message: ${message}`)
    this.clientFirstBare = match[1]
    this.username = match[2].replaceAll('=2C', ',').replaceAll('=3D', '=')
    const salt = this.lies.salt ?? Buffer.from('a salt of the server')
    this.serverFirst = `r=${match[3]}3rfcNHYJY1ZVvWVs7j,s=${salt.toString('base64')},i=${this.lies.iterations ?? 4096}`
    const told = this.lies.first?.(this.serverFirst) ?? this.serverFirst
    this.serverFirst = told.toString()
    return told
  }

  private final(message: string): string | Buffer | undefined {
    const match = /^(c=biws,r=([^,]+)),p=(.+)$/.exec(message)
    if (match === null) throw new Error(`not a client's last message: ${message}`)
    const [, withoutProof, nonce, proof] = match as unknown as [string, string, string, string]
    if (!this.serverFirst.includes(`r=${nonce}`)) throw new Error('another nonce')
    const [, salt, iterations] = /s=([^,]*),i=(\d+)/.exec(this.serverFirst) as unknown as [string, string, string]
    const length = this.hash === 'sha256' ? 32 : 64
    const password = this.passwords.get(this.username as string) ?? 'nobody has this one'
    const salted = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(iterations), length, this.hash)
    const mac = (key: Buffer, text: string): Buffer => createHmac(this.hash, key).update(text).digest()
    const auth = `${this.clientFirstBare},${this.serverFirst},${withoutProof}`
    const storedKey = createHash(this.hash).update(mac(salted, 'Client Key')).digest()
    const signature = mac(storedKey, auth)
    const clientKey = Buffer.from(proof, 'base64').map((byte, i) => byte ^ (signature[i] ?? 0))
    if (!createHash(this.hash).update(clientKey).digest().equals(storedKey)) return undefined
    const verifier = `v=${mac(mac(salted, 'Server Key'), auth).toString('base64')}`
    return this.lies.final?.(verifier) ?? verifier
  }
}

import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import net from 'node:net'

/** A certificate and its key, PEM. */
export interface Identity {
  readonly cert: string
  readonly key: string
}

/** What a certificate says. */
export interface CertificateOptions {
  /** Common name of the subject. */
  readonly name: string
  /** Names and IP addresses it is good for. */
  readonly hosts?: readonly string[]
  /** Who signs it; default: itself, as an authority. */
  readonly issuer?: Authority
  /** Days from now until it ends; negative: it has ended. Default 1. */
  readonly days?: number
}

/** An identity that signs others. */
export interface Authority extends Identity {
  readonly name: string
  readonly privateKey: KeyObject
}

/** An X.509 certificate on an elliptic key, made here and now, without any tool. */
export function makeCertificate({ name, hosts = [], issuer, days = 1 }: CertificateOptions): Authority {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const day = 86_400_000
  const now = Date.now()
  const begin = now - 30 * day
  const extensions = [
    ...(issuer === undefined ? [extension('2.5.29.19', true, sequence(tagged(0x01, Buffer.from([0xff]))))] : []),
    ...(hosts.length > 0 ? [extension('2.5.29.17', false, sequence(...hosts.map(hostName)))] : [])
  ]
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    distinguishedName(issuer?.name ?? name),
    sequence(utcTime(begin), utcTime(now + days * day)),
    distinguishedName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    ...(extensions.length > 0 ? [tagged(0xa3, sequence(...extensions))] : [])
  )
  const signature = sign('sha256', body, issuer?.privateKey ?? privateKey)
  const der = sequence(body, ecdsaWithSha256, tagged(0x03, Buffer.from([0]), signature))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return {
    name,
    privateKey,
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
  }
}

/** DER: a tag, the length of the content, the content. */
function tagged(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function sequence(...parts: Uint8Array[]): Buffer {
  return tagged(0x30, ...parts)
}

function integer(bytes: Uint8Array): Buffer {
  return tagged(0x02, bytes)
}

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (const part of rest) {
    const groups = [part & 0x7f]
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80)
    bytes.push(...groups)
  }
  return tagged(0x06, Buffer.from(bytes))
}

const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'))

function distinguishedName(commonName: string): Buffer {
  return sequence(tagged(0x31, sequence(objectId('2.5.4.3'), tagged(0x0c, Buffer.from(commonName)))))
}

function utcTime(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)
  return tagged(0x17, Buffer.from(`${digits}Z`))
}

function extension(id: string, critical: boolean, content: Buffer): Buffer {
  return sequence(objectId(id), ...(critical ? [tagged(0x01, Buffer.from([0xff]))] : []), tagged(0x04, content))
}

function hostName(host: string): Buffer {
  if (net.isIPv4(host)) return tagged(0x87, Buffer.from(host.split('.').map(Number)))
  return tagged(0x82, Buffer.from(host))
}

import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const password = 'odradek-test'

/** Certificates of one cluster. Key stores are PKCS12 with `storePassword`; everything else is a path or a PEM text. */
export interface Certificates {
  /** Certificate of the authority that signed both others, PEM. */
  ca: string
  /** A client's certificate and key for brokers that ask for one, as PKCS12 (`pfx` and `passphrase` of node:tls). */
  clientStore: string
  serverStore: string
  trustStore: string
  storePassword: string
}

function keytool(folder: string, ...args: string[]): Promise<unknown> {
  return run('keytool', ['-J-XX:TieredStopAtLevel=1', ...args, '-storepass', password], { cwd: folder })
}

function generate(folder: string, alias: string, store: string, ...args: string[]): Promise<unknown> {
  const key = ['-genkeypair', '-alias', alias, '-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', '30', '-storetype', 'PKCS12']
  return keytool(folder, ...key, '-keystore', store, '-dname', `CN=${alias}`, ...args)
}

/**
 * Makes an authority, a server certificate for 127.0.0.1, ::1 and localhost, and a client certificate, in `folder`, with keytool.
 * Every store gets its own copy of the authority first, because a broker that finds two keys in its store may choose either.
 */
export async function makeCertificates(folder: string): Promise<Certificates> {
  fs.mkdirSync(folder, { recursive: true })
  await generate(folder, 'authority', 'authority.p12', '-ext', 'bc:c')
  await keytool(folder, '-exportcert', '-rfc', '-alias', 'authority', '-keystore', 'authority.p12', '-file', 'ca.pem')
  await Promise.all([
    signed(folder, 'server', 'san=ip:127.0.0.1,ip:::1,dns:localhost'),
    signed(folder, 'client', 'eku=clientAuth'),
    keytool(folder, '-importcert', '-alias', 'authority', '-keystore', 'trust.p12', '-storetype', 'PKCS12', '-file', 'ca.pem', '-noprompt')
  ])
  return {
    ca: fs.readFileSync(path.join(folder, 'ca.pem'), 'utf8'),
    clientStore: path.join(folder, 'client.p12'),
    serverStore: path.join(folder, 'server.p12'),
    trustStore: path.join(folder, 'trust.p12'),
    storePassword: password
  }
}

async function signed(folder: string, name: string, extension: string): Promise<void> {
  fs.copyFileSync(path.join(folder, 'authority.p12'), path.join(folder, `${name}.p12`))
  await generate(folder, name, `${name}.p12`, '-ext', extension, '-signer', 'authority')
  await keytool(folder, '-delete', '-alias', 'authority', '-keystore', `${name}.p12`)
}

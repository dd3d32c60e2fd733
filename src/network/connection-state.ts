/**
 * Where a connection to a broker stands:
 * - `idle`: made, not yet asked to connect;
 * - `connecting`: name look-up, TCP, TLS;
 * - `negotiating`: ApiVersions;
 * - `authenticating`: SASL;
 * - `ready`: takes requests;
 * - `draining`: takes no new requests, waits for the answers of those that are out;
 * - `closing`: everything pending has been rejected, the socket is on its way out;
 * - `closed`: nothing is left. The end.
 */
export type ConnectionState = 'idle' | 'connecting' | 'negotiating' | 'authenticating' | 'ready' | 'draining' | 'closing' | 'closed'

/**
 * Which states may follow which. `negotiating` goes back to `connecting` once, when the peer hung up on a new version of ApiVersions.
 * Authenticating again (KIP-368) will be `ready` → `authenticating` → `ready`.
 */
export const legalSuccessors: Readonly<Record<ConnectionState, readonly ConnectionState[]>> = {
  idle: ['connecting', 'closed'],
  connecting: ['negotiating', 'closing', 'closed'],
  negotiating: ['connecting', 'authenticating', 'ready', 'closing'],
  authenticating: ['ready', 'closing'],
  ready: ['draining', 'closing'],
  draining: ['closing'],
  closing: ['closed'],
  closed: []
}

/** The step of the set-up that a connection is at; errors name it. */
export type SetupStage = 'dns' | 'tcp' | 'tls' | 'api-versions' | 'sasl'

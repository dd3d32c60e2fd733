// Two folders up both from src/network and from dist/network.
const { version } = require('../../package.json') as { version: string }

/** What brokers are told about this library (KIP-511). Both have to match `[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?`. */
export const clientSoftware = { clientSoftwareName: 'odradek', clientSoftwareVersion: version } as const

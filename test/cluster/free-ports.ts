import net from 'node:net'

// Below the range the system gives to outgoing connections (32768 and up on Linux). A port from there could be taken by any
// client's socket while its broker is down, and a client that keeps dialling a dead port of that range can even connect to itself.
const lowest = 12_000
const highest = 32_000

/** `count` different ports of 127.0.0.1 that were free at the time of the call. The caller must bear losing one to someone else. */
export async function freePorts(count: number): Promise<number[]> {
  const servers: net.Server[] = []
  const ports: number[] = []
  while (ports.length < count) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest))
    const server = await listen(port)
    if (server === undefined) continue
    servers.push(server)
    ports.push(port)
  }
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))))
  return ports
}

/** The first of `count` ports in a row that were free at the time of the call. */
export async function freePortRow(count: number): Promise<number> {
  for (;;) {
    const first = lowest + Math.floor(Math.random() * (highest - lowest - count))
    const servers = await Promise.all(Array.from({ length: count }, (_, i) => listen(first + i)))
    await Promise.all(
      servers.map(server => new Promise<void>(resolve => (server === undefined ? resolve() : server.close(() => resolve()))))
    )
    if (!servers.includes(undefined)) return first
  }
}

function listen(port: number): Promise<net.Server | undefined> {
  return new Promise(resolve => {
    const server = net.createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

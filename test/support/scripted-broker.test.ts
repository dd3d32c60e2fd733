import net from 'node:net'
import { once } from 'node:events'
import { decodeResponse, encodeRequest } from '../../src/protocol/framing'
import { apiVersionsApi } from '../../src/protocol/generated/api-versions'
import { heartbeatApi } from '../../src/protocol/generated/heartbeat'
import { metadataApi } from '../../src/protocol/generated/metadata'
import { ScriptedBroker } from './scripted-broker'

let broker: ScriptedBroker
let sockets: net.Socket[] = []

async function connect(): Promise<net.Socket> {
  const socket = net.connect(broker.port, broker.host)
  sockets.push(socket)
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** Reads whole frames, without their length. */
async function frames(socket: net.Socket, count: number): Promise<Buffer[]> {
  let bytes = Buffer.alloc(0)
  const found: Buffer[] = []
  while (found.length < count) {
    const [chunk] = (await once(socket, 'data')) as [Buffer]
    bytes = Buffer.concat([bytes, chunk])
    while (bytes.length >= 4 && bytes.length >= 4 + bytes.readInt32BE(0)) {
      const end = 4 + bytes.readInt32BE(0)
      found.push(bytes.subarray(4, end))
      bytes = bytes.subarray(end)
    }
  }
  return found
}

describe('ScriptedBroker', () => {
  beforeEach(async () => {
    broker = await ScriptedBroker.start({ nodeId: 3, versions: { Heartbeat: [1, 3] } })
  })

  afterEach(async () => {
    for (const socket of sockets) socket.destroy()
    sockets = []
    broker.problems.length = 0
    await broker.stop()
  })

  test('answers with what the handler returns, in order, also when a handler takes its time', async () => {
    let release = (): void => {}
    broker.on(heartbeatApi, (request, { version }) => {
      expect({ group: request.groupId, version }).toEqual({ group: expect.any(String), version: 3 })
      if (request.groupId !== 'slow') return { errorCode: 27 }
      return new Promise(resolve => {
        release = () => resolve({ errorCode: 25 })
      })
    })
    const socket = await connect()
    const request = (id: number, groupId: string): Buffer => Buffer.concat(encodeRequest(heartbeatApi, 3, id, 'me', { groupId }))
    socket.write(Buffer.concat([request(7, 'slow'), request(8, 'fast')]))
    const received = frames(socket, 2)
    await broker.waitForRequests(2, heartbeatApi)
    release()
    expect((await received).map(frame => decodeResponse(heartbeatApi, 3, frame))).toMatchObject([
      { correlationId: 7, body: { errorCode: 25 } },
      { correlationId: 8, body: { errorCode: 27 } }
    ])
    expect(broker.requestsOf(heartbeatApi)).toMatchObject([
      { api: 'Heartbeat', version: 3, clientId: 'me', connection: 1, body: { groupId: 'slow' } },
      { correlationId: 8, body: { groupId: 'fast' } }
    ])
  })

  test('lists the handlers that are there and the ranges it was told', async () => {
    broker.on(heartbeatApi, () => ({})).on(metadataApi, () => ({}))
    broker.off(metadataApi)
    const socket = await connect()
    socket.write(Buffer.concat(encodeRequest(apiVersionsApi, 3, 1, null, { clientSoftwareName: 'a', clientSoftwareVersion: '1' })))
    const [frame] = await frames(socket, 1)
    expect(decodeResponse(apiVersionsApi, 3, frame).body.apiKeys).toEqual([
      { apiKey: 18, minVersion: 0, maxVersion: 4 },
      { apiKey: 12, minVersion: 1, maxVersion: 3 }
    ])
  })

  test('answers a version of ApiVersions that it does not offer with version 0 and the range', async () => {
    await broker.stop()
    broker = await ScriptedBroker.start({ versions: { ApiVersions: [0, 2] } })
    const socket = await connect()
    socket.write(Buffer.concat(encodeRequest(apiVersionsApi, 4, 1, null, { clientSoftwareName: 'a', clientSoftwareVersion: '1' })))
    const [frame] = await frames(socket, 1)
    expect(decodeResponse(apiVersionsApi, 0, frame)).toMatchObject({
      body: { errorCode: 35, apiKeys: [{ apiKey: 18, minVersion: 0, maxVersion: 2 }] },
      unreadBytes: 0
    })
  })

  test('a request without a handler closes the connection and is a problem', async () => {
    const socket = await connect()
    socket.write(Buffer.concat(encodeRequest(heartbeatApi, 3, 1, null, {})))
    socket.resume()
    await once(socket, 'close')
    await expect(broker.stop()).rejects.toThrow('no handler for Heartbeat v3')
  })

  test('once answers one request, and no reply lets the next through', async () => {
    broker.on(heartbeatApi, () => ({ errorCode: 1 })).once(heartbeatApi, () => ScriptedBroker.noReply)
    const socket = await connect()
    for (const id of [1, 2]) socket.write(Buffer.concat(encodeRequest(heartbeatApi, 3, id, null, {})))
    const [frame] = await frames(socket, 1)
    expect(decodeResponse(heartbeatApi, 3, frame)).toMatchObject({ correlationId: 2, body: { errorCode: 1 } })
  })

  test('goes away and comes back on the same port', async () => {
    const { port } = broker
    const socket = await connect()
    await broker.waitFor(() => broker.connectionsOpen === 1)
    const closed = once(socket, 'close')
    await broker.goAway()
    await closed
    await expect(connect()).rejects.toThrow('ECONNREFUSED')
    await broker.comeBack()
    expect(broker.port).toBe(port)
    await connect()
    await broker.waitFor(() => broker.connectionsMade === 2)
  })
})

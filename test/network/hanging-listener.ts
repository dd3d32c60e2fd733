import net from 'node:net'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** A listener to which no connection comes about and none is refused, as at a dead machine or behind a firewall. */
export interface HangingListener {
  readonly port: number
  stop(): Promise<void>
}

const listenAndSleep = `
  const { parentPort, workerData } = require('node:worker_threads')
  const server = require('node:net').createServer()
  server.listen({ ...workerData, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port)
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0))
  })
`

/**
 * Listens with a queue of one connection in a thread that never takes any, and fills the queue; the operating system then drops whatever comes.
 * @param host a loopback address of its own, so that the same port can be free at another
 */
export async function hangingListener(host: string, port = 0): Promise<HangingListener> {
  const worker = new Worker(listenAndSleep, { eval: true, workerData: { host, port } })
  const [listening] = (await once(worker, 'message')) as [number]
  const fillers = [1, 2].map(() => net.connect(listening, host))
  await Promise.all(fillers.map(filler => once(filler, 'connect')))
  return {
    port: listening,
    stop: async () => {
      for (const filler of fillers) filler.destroy()
      await worker.terminate()
    }
  }
}

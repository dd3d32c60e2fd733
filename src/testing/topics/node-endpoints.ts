import type { RequestContext } from '../handler'

/** Address of a broker, as answers list those of new leaders (KIP-951). */
export interface NodeEndpoint {
  readonly nodeId: number
  readonly host: string
  readonly port: number
  readonly rack: string | null
}

/** Addresses of brokers on the listener that the client came in by; unknown ids are left out. */
export function endpointsOf({ cluster, connection }: RequestContext, nodeIds: Iterable<number>): NodeEndpoint[] {
  return [...nodeIds].flatMap(nodeId => {
    const node = cluster.nodes.get(nodeId)
    return node === undefined ? [] : [{ nodeId, host: node.host, port: node.ports.get(connection.listener.name) ?? 0, rack: node.rack }]
  })
}

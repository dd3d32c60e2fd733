/** Where a broker listens. */
export interface Endpoint {
  /** Name or address; an IPv6 address without brackets. */
  readonly host: string
  readonly port: number
}

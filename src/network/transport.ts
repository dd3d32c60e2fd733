/** What a transport tells its owner. */
export interface TransportHandlers {
  /** Bytes came in; the chunk is the handler's to keep. */
  onData(chunk: Buffer): void
  /** The transport is gone, called once. `error` is undefined after an orderly end, by either side. */
  onClose(error: Error | undefined): void
}

/** A connected stream of bytes to a broker: a socket, or memory in tests. */
export interface Transport {
  /** The peer's address, where there is one; for error messages. */
  readonly remoteAddress: string | undefined
  /** Starts delivery. Nothing that came in before is lost. Called once. */
  attach(handlers: TransportHandlers): void
  /**
   * Writes the chunks in order, in one system call where possible. They must not be changed before `onFlushed` is called, which says that the
   * operating system has taken all of them, and with it that the peer keeps up. It may never be called when the transport closes first.
   */
  write(chunks: readonly Uint8Array[], onFlushed: () => void): void
  /** Closes after what was written has left. */
  end(): void
  /** Closes at once. */
  destroy(): void
}
